import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDeployment } from "../../../src/deployment/parse.js";
import { planWith } from "../../../src/deployment/plan-with.js";
import { registries } from "../../../src/registries.js";
import { soundWith } from "../../support/deployment.js";
import { members, projectId, type SignInCase, signInCases } from "./requests.js";

interface Row {
	readonly id: string;
	readonly hosts: readonly string[];
	readonly requirement: string;
}

const { rows } = JSON.parse(readFileSync(new URL("../../egress/egress-rows.json", import.meta.url), "utf8")) as {
	rows: readonly Row[];
};

/** Hosts of rows of the facts, with what is required of them. */
function hostsOf(region: string, ...ids: readonly string[]): string[] {
	return ids
		.flatMap((id) => {
			const row = rows.find((each) => each.id === id);
			if (!row) throw new Error(`no row ${id}`);
			return row.hosts.map((host) => `${host.replace("{inferenceVertexRegion}", region)} ${row.requirement}`);
		})
		.sort();
}

const locations = [
	["global", "vertex-global"],
	["eu", "vertex-eu"],
	["us", "vertex-us"],
	["us-east5", "vertex-region"],
	["europe-west1", "vertex-region"],
	["asia-southeast1", "vertex-region"],
] as const;

const signInRows: Readonly<Record<string, readonly string[]>> = {
	workforce: ["vertex-workforce-sts", "vertex-auth-workforce"],
	helper: ["vertex-auth-helper"],
};

function opened({ signIn, block, provision }: SignInCase, region: string, more: object = {}): string[] {
	const vertex = {
		projectId,
		region,
		models: ["claude-sonnet-4-6"],
		provision: { ...provision, ...more },
		signIn: { [signIn]: block },
	};
	const groups = { general: { preset: "none", members: members.general } };
	const app = { minimumVersion: "2.16120.0" };
	const parsed = parseDeployment(soundWith({ app, inference: { vertex }, groups }));
	const { perimeter } = planWith(registries, parsed);
	return perimeter.hosts
		.filter(({ operator }) => operator === "inference")
		.map(({ host, reasons }) => {
			const isRequired = reasons.some(({ requirement }) => requirement === "required");
			return `${JSON.stringify(host).replaceAll('"', "")} ${isRequired ? "required" : "optional"}`;
		})
		.sort();
}

describe.each(signInCases)("$title", (signIn) => {
	const ofSignIn = signInRows[signIn.signIn] ?? ["vertex-auth"];

	it.each(locations)("opens the hosts of %s", (region, row) => {
		expect(opened(signIn, region)).toEqual(hostsOf(region, row, ...ofSignIn));
	});

	it("keeps inference off the perimeter where a private endpoint serves it", () => {
		const network = "projects/example-cowork/global/networks/main";
		for (const dns of ["responsePolicy", "zone", "existing"]) {
			const privateEndpoint = { network, address: "10.100.0.5", dns };
			expect(opened(signIn, "us-east5", { privateEndpoint })).toEqual(hostsOf("us-east5", ...ofSignIn));
		}
		const privateEndpoint = { network, address: "10.100.0.5", useEndpointName: true };
		expect(opened(signIn, "global", { privateEndpoint })).toEqual(hostsOf("global", ...ofSignIn));
	});
});
