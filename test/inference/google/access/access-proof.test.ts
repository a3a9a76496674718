import { describe, expect, it } from "vitest";
import type { AccessPolicy } from "../../../../src/inference/google/access/access-policy.js";
import { planVertex } from "../../../../src/inference/google/plan-vertex.js";
import { planned } from "../../aws/planned.js";
import { models, projectId, requestOf, type SignInCase, signInCases } from "../requests.js";
import { decide } from "./iam.js";
import { placedAccess } from "./placed-access.js";

const stranger = ["user:stranger@example.net", "group:others@example.com"];
const locations = ["global", "eu", "us"];

describe.each(
	signInCases.flatMap((signIn) =>
		locations.map((region) => ({ title: `${signIn.title} at ${region}`, signIn, region })),
	),
)("$title", ({ signIn, region }: { signIn: SignInCase; region: string }) => {
	const plan = planned(planVertex(requestOf(signIn, { region })));
	const allow = placedAccess(plan);
	const may = (caller: readonly string[], permission = "aiplatform.endpoints.predict", project = projectId) =>
		decide({ allow }, { caller, permission, project, model: "claude-opus-5" });

	it("lets each group call each of its models, and count their tokens", () => {
		for (const member of Object.values(signIn.known)) {
			for (const model of [...models, "count-tokens"]) {
				const call = { caller: [member], permission: "aiplatform.endpoints.predict", project: projectId, model };
				expect(decide({ allow }, call), `${member} ${model}`).toBe("allow");
			}
		}
	});

	it("lets nobody else", () => {
		expect(may(stranger)).toBe("not allowed");
		expect(may([])).toBe("not allowed");
	});

	it("allows nothing else, and nothing in another project", () => {
		const permitted = [...new Set(allow.flatMap(({ roles }) => Object.values(roles).flat()))].sort();
		const paying = ["aiplatform.endpoints.predict", "serviceusage.services.use"];
		expect(permitted).toEqual(signIn.signIn === "workforce" ? paying : paying.slice(0, 1));
		for (const member of Object.values(signIn.known)) {
			expect(may([member], "aiplatform.endpoints.create")).toBe("not allowed");
			expect(may([member], "aiplatform.endpoints.predict", "example-other")).toBe("not allowed");
			expect(may([member], "iam.serviceAccountKeys.create")).toBe("not allowed");
		}
	});

	it("lets workforce people name the project that pays, and others none", () => {
		const paying = JSON.stringify(signIn.block).includes("example-quota") ? "example-quota" : projectId;
		for (const member of Object.values(signIn.known)) {
			for (const project of [projectId, "example-quota"]) {
				const uses = signIn.signIn === "workforce" && project === paying;
				expect(may([member], "serviceusage.services.use", project)).toBe(uses ? "allow" : "not allowed");
			}
		}
	});

	it("adds bindings one by one, and sets no policy as a whole", () => {
		const types = new Set(plan.resources.map(({ type }) => type));
		const made = [
			"iam.googleapis.com/Role",
			"cloudresourcemanager.googleapis.com/Project.IamMember",
			...(signIn.provision.serviceAccountKey
				? ["iam.googleapis.com/ServiceAccount", "iam.googleapis.com/ServiceAccountKey"]
				: []),
		];
		expect(types).toEqual(new Set(made));
	});

	it("documents the bindings that it makes", () => {
		const documents = Object.values(plan.policies) as AccessPolicy[];
		const flat = (policies: readonly AccessPolicy[]) =>
			policies
				.flatMap(({ project, bindings, roles }) =>
					bindings.flatMap(({ role, members }) => members.map((member) => [project, role, roles[role], member])),
				)
				.sort();
		expect(flat(documents)).toEqual(flat(allow));
	});
});

describe("people of a workforce pool", () => {
	const general = "principalSet://iam.googleapis.com/locations/global/workforcePools/example-people/group/everyone";
	const ofPool = [{ name: "general", members: { principalSet: general } }];

	it.each(["credentialsFile", "applicationDefault", "helper"] as const)(
		"may name the project that pays by %s, too",
		(signIn) => {
			const block = { path: "/opt/example/token" };
			const asked = requestOf({ title: signIn, signIn, block, provision: {}, known: { general, pilot: "" } });
			const allow = placedAccess(planned(planVertex({ ...asked, groups: ofPool })));
			for (const permission of ["aiplatform.endpoints.predict", "serviceusage.services.use"]) {
				expect(decide({ allow }, { caller: [general], permission, project: projectId })).toBe("allow");
			}
		},
	);
});

describe("an end of access", () => {
	it.each(signInCases)("holds for $title", (signIn) => {
		const accessUntil = "2027-03-31T00:00:00Z";
		const allow = placedAccess(planned(planVertex(requestOf(signIn, { provision: { accessUntil } }))));
		for (const policy of allow) {
			for (const { members, role } of policy.bindings) {
				const [permission = ""] = policy.roles[role] ?? [];
				const call = { caller: members, permission, project: policy.project };
				expect(decide({ allow }, { ...call, time: new Date("2027-03-30T23:59:59Z") })).toBe("allow");
				expect(decide({ allow }, { ...call, time: new Date(accessUntil) })).toBe("not allowed");
			}
		}
	});
});
