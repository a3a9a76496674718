import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { program } from "../../../support/programs.js";

const folder = path.join(import.meta.dirname, "../../../golden/aws/policies");

interface Finding {
	readonly issue: string;
	readonly detail: unknown;
	readonly location: { readonly filepath?: string };
}

/** What the linter is wrong about, or knows nothing of yet, and why. */
const excused: readonly { readonly issue: string; readonly detail: RegExp; readonly because: string }[] = [
	{
		issue: "UNKNOWN_PREFIX",
		detail: /^Unknown prefix (bedrock-mantle|aws-external-anthropic)$/,
		because: "the services are newer than its data",
	},
	{
		issue: "UNKNOWN_ACTION",
		detail: /^Unknown action bedrock:(CallWithBearerToken|CountTokens|PutAccountDataRetention)$/,
		because: "the actions are newer than its data",
	},
	{
		issue: "UNKNOWN_CONDITION_FOR_ACTION",
		detail:
			/^Unknown condition iam:ServiceSpecificCredential(ServiceName|AgeDays) for action iam:CreateServiceSpecificCredential$/,
		because: "the keys are newer than its data",
	},
	{
		issue: "UNKNOWN_CONDITION_FOR_ACTION",
		detail: /^Unknown condition kms:EncryptionContext:aws:logs:arn for action kms:DescribeKey$/,
		because: "AWS's own policy for encrypted log groups has this statement, and other actions in it have the key",
	},
	{
		issue: "MISMATCHED_TYPE",
		detail: /^Type mismatch: ArnLike requires a value of type Arn but given String$/,
		because: "the encryption context's value is an ARN; AWS's own policy for log groups compares it so",
	},
	{
		issue: "MISMATCHED_TYPE_BUT_USABLE",
		detail: /^Type mismatch: String(Not)?Equals requires a value of type String but given Arn$/,
		because: "the value is a whole ARN, which AWS's own policies for inference profiles compare as text",
	},
	{
		issue: "MALFORMED",
		detail: /^Statement contains neither Resource nor NotResource$/,
		because: "a trust has no resource: it is the role's own",
	},
	{
		issue: "UNKNOWN_FEDERATION_SOURCE",
		detail: /^(<late:|arn:aws:iam::\d{12}:oidc-provider\/)/,
		because: "it knows the providers of a few vendors, and none by an ARN that is known only once it exists",
	},
	{
		issue: "RESOURCE_STAR",
		detail: /"(?:sts:AssumeRoot|bedrock:ApplyGuardrail)"/,
		because: "of all that a service does; an endpoint's policy grants nothing, and here bounds the principals",
	},
	{
		issue: "RESOURCE_STAR",
		detail: /^\["kms:/,
		because: "in a key's own policy the resource is the key",
	},
	{
		issue: "RESOURCE_MISMATCH",
		detail: /"bedrock:(Invoke|Get)/,
		because:
			"it demands every kind of resource at once and reads no id with a colon; the formats have a test of their own",
	},
];

describe.skipIf(!program("parliament", ["--help"]))("parliament", () => {
	it("finds nothing in the policies but what is excused", () => {
		const { stdout } = spawnSync("parliament", ["--directory", folder, "--json"], {
			encoding: "utf8",
			timeout: 120_000,
		});
		const findings = stdout
			.split("\n")
			.filter((text) => text !== "")
			.map((text): Finding => JSON.parse(text));
		const remaining = findings.filter(
			({ issue, detail }) => !excused.some((one) => one.issue === issue && one.detail.test(words(detail))),
		);
		expect(remaining.map(({ issue, detail, location }) => [issue, detail, location.filepath])).toEqual([]);
	}, 150_000);

	it("finds what is wrong where something is", () => {
		const [first] = readdirSync(folder).filter((name) => name.startsWith("identity-"));
		const text = readFileSync(path.join(folder, first ?? ""), "utf8").replaceAll(
			"bedrock:InvokeModel",
			"bedrock:InvokeModell",
		);
		const { stdout } = spawnSync("parliament", ["--string", text, "--json"], { encoding: "utf8", timeout: 60_000 });
		expect(stdout).toContain("UNKNOWN_ACTION");
	}, 60_000);
});

function words(detail: unknown): string {
	return typeof detail === "string" ? detail : JSON.stringify(detail);
}
