import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { checkDataRetention } from "../../../../src/inference/aws/models/check-data-retention.js";
import { dataRetentionCommand } from "../../../../src/inference/aws/models/data-retention-command.js";
import { program } from "../../../support/programs.js";

describe("the command that lets AWS review content", () => {
	it("signs a request for the door of the region", () => {
		const bedrock = dataRetentionCommand("bedrock", "eu-central-1");
		expect(bedrock).toContain(" --request PUT https://bedrock.eu-central-1.amazonaws.com/data-retention ");
		expect(bedrock).toContain(' --aws-sigv4 "aws:amz:eu-central-1:bedrock" ');
		const mantle = dataRetentionCommand("mantle", "us-east-1");
		expect(mantle).toContain(" --request PUT https://bedrock-mantle.us-east-1.api.aws/v1/data_retention ");
		expect(mantle).toContain(' --aws-sigv4 "aws:amz:us-east-1:bedrock-mantle" ');
	});

	/** What curl reads, and its arguments, which everyone on the machine can read. */
	function runWith(environment: Readonly<Record<string, string>>) {
		const script = `curl() { printf 'argument %s\\n' "$@"; cat; }; ${dataRetentionCommand("bedrock", "eu-central-1")}`;
		const { stdout } = spawnSync("sh", ["-c", script], {
			encoding: "utf8",
			env: { PATH: "/usr/bin:/bin", ...environment },
		});
		const lines = stdout.split("\n").filter((line) => line !== "");
		return {
			read: lines.filter((line) => !line.startsWith("argument ")),
			shown: lines.filter((line) => line.startsWith("argument ")).join("\n"),
		};
	}

	it.skipIf(!program("sh", ["-c", "true"]))("shows no credentials to others", () => {
		const keys = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "se+cr/et=" };
		const temporary = runWith({ ...keys, AWS_SESSION_TOKEN: "tok+en/==" });
		expect(temporary.read).toEqual(['user = "AKIAEXAMPLE:se+cr/et="', 'header = "x-amz-security-token: tok+en/=="']);
		for (const secret of ["se+cr/et=", "tok+en/=="]) expect(temporary.shown).not.toContain(secret);
		expect(temporary.shown).toContain('argument {"mode":"aws_review"}');
		expect(runWith(keys).read).toEqual(['user = "AKIAEXAMPLE:se+cr/et="']);
	});
});

describe("models that demand review", () => {
	const at = ["models"];

	it("are refused until somebody acknowledges it, with the command and where to say so", () => {
		const models = ["eu.anthropic.claude-sonnet-5", "eu.anthropic.claude-fable-5[1m]"];
		const command = dataRetentionCommand("bedrock", "eu-central-1");
		expect(checkDataRetention("bedrock", "eu-central-1", models, false, at, "dataRetention")).toEqual([
			{
				severity: "error",
				code: "data-retention",
				path: at,
				message: `eu.anthropic.claude-fable-5 answers only where AWS may keep and review content; run ${command} and say dataRetention: aws_review, or leave it out`,
			},
		]);
		expect(checkDataRetention("bedrock", "eu-central-1", models, true, at)).toEqual([]);
		expect(checkDataRetention("bedrock", "eu-central-1", models.slice(0, 1), false, at)).toEqual([]);
	});
});
