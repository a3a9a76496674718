import { expect, test } from "vitest";
import { containsCredential, hideCredentials } from "../src/pasted-credential.js";

test.each([
	"echo sk-ant-api03-hunter2s3cr3tZ9",
	"/bin/sh -c 'printf %s sk-ant-abc'",
	"--token=ghp_16C7e42F292c6912E7710c838347Ae178B4a",
	"https://api.example.com/?key=AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe",
	"https://mcp.example.com/sse?team=a&token=not-like-any-other",
	"https://hooks.example.com/?api_key=0123456789",
	"Authorization: Bearer 0123456789abcdef01234567",
	"export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
	"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg",
])("a credential in a text is found: %s", (text) => {
	expect(containsCredential(text)).toBe(true);
	expect(hideCredentials(text)).toContain("(a credential)");
});

test.each([
	"Basic understanding of the material is enough",
	"global-administrators of the company",
	"sk-proxy.example.com",
	"global.anthropic.claude-sonnet-4-5-20250929-v1:0",
	"/opt/sk-tools/print-key --account finance-2024",
	"pul-ses-and-minuses-of-the-tool",
	"arn:aws:iam::123456789012:role/claude-cowork-eu-pilot",
	"6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
	"echo $ANTHROPIC_API_KEY",
	"https://mcp.example.com/sse?token=$MCP_TOKEN",
	`https://mcp.example.com/sse?token=\${MCP_TOKEN}`,
	"https://docs.example.com/?key=value&page=2",
])("what begins so by chance is none: %s", (text) => {
	expect(hideCredentials(text)).toBe(text);
});
