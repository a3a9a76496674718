import { describe, expect, test } from "vitest";
import { mask, secretPatterns } from "../../../src/observability/collector/secret-patterns.js";

/** The same expressions in this language: RE2 sets its flags inside, and has a mark of its own for the end. */
const expressions = secretPatterns.map((pattern) => {
	const [, flags = "", body = ""] = /^(?:\(\?([is]+)\))?(.*)$/s.exec(pattern) ?? [];
	return new RegExp(body.replaceAll(String.raw`\z`, "$"), `g${flags}`);
});

function masked(text: string): string {
	return expressions.reduce(
		(left, expression) =>
			left.replace(expression, (_, first: unknown) => `${typeof first === "string" ? first : ""}${mask}`),
		text,
	);
}

describe("the credential of a command is masked, and the command is still there", () => {
	test.each([
		["curl -u ada:s3cret https://example.com", "https://example.com"],
		["curl -sSu ada:s3cret https://example.com", "https://example.com"],
		["curl -uada:s3cret https://example.com", "https://example.com"],
		['curl -u "ada:s3cret and more" https://example.com', "https://example.com"],
		["curl https://example.com --user ada:s3cret", "curl https://example.com"],
		["curl --proxy-user=ada:s3cret https://example.com", "https://example.com"],
		["curl \\\n  -u ada:s3cret \\\n  https://example.com", "https://example.com"],
		["curl -H 'Authorization: token s3cret' https://example.com", "https://example.com"],
		["curl -H 'Authorization: s3cret' https://example.com", "https://example.com"],
		["sshpass -p s3cret ssh ada@host", "ssh ada@host"],
		["sshpass -ps3cret ssh ada@host", "ssh ada@host"],
		["sshpass -v -p 's3cret' ssh ada@host", "ssh ada@host"],
		["tool --password s3cret --force", "--force"],
		["tool --password=s3 --force", "--force"],
		['tool --password "s3cret and more" --force', "--force"],
		["tool --http-password=s3cret", "tool"],
		["tool --client-secret s3cret", "tool"],
		["tool --api-key s3cret", "tool"],
		["tool --auth-token s3cret", "tool"],
		["tool --pass s3cret", "tool"],
		["DB_PASS=s3cret ./run", "./run"],
		["PGPASSWORD=s3cret psql", "psql"],
		["STRIPE_SECRET_KEY=s3cret ./run", "./run"],
		["AccountKey=s3cret;EndpointSuffix=core.windows.net", "EndpointSuffix"],
		["openssl rsa -in key.pem -passin pass:s3cret", "openssl rsa -in key.pem"],
		["mysql -h db -u root -ps3cret shop", "shop"],
		["redis-cli -h db -a s3cret ping", "ping"],
		["docker login -u ada -p s3cret registry.example.com", "registry.example.com"],
		["az login --service-principal -u app -p s3cret", "az login"],
		["ldapsearch -x -D cn=ada -w s3cret", "ldapsearch -x -D cn=ada"],
		["smbclient -U ada%s3cret //host/share", "//host/share"],
	])("%s", (command, left) => {
		for (const text of [command, JSON.stringify({ full_command: command })]) {
			expect(masked(text)).not.toMatch(/s3cret|=s3 | and more/);
			expect(masked(text)).toContain(mask);
			expect(masked(text)).toContain(left);
		}
	});

	test("also where arguments are a list", () => {
		const args = JSON.stringify({ args: ["--client-secret", "s3cret", "--force"] });
		expect(masked(args)).toBe('{"args":["--client-secret","<masked>","--force"]}');
		expect(masked(JSON.stringify({ input: args }))).not.toContain("s3cret");
	});
});

test.each([
	"curl -u ada https://example.com",
	"curl -XPUT https://example.com:8443/x",
	"curl -fsSL https://example.com:8443/x -o file",
	"docker login --password-stdin registry.example.com",
	"docker run -p 8080:80 app",
	"ssh -p 22 ada@host",
	"mkdir -p pass/word",
	"psql -h db -p 5432 -U ada",
	"git push origin main",
	"terraform apply -auto-approve",
	"12 tests pass: all of them",
	"https://example.com/@ada",
])("%s is left as it is", (command) => {
	expect(masked(command)).toBe(command);
	expect(masked(JSON.stringify({ full_command: command }))).toBe(JSON.stringify({ full_command: command }));
});
