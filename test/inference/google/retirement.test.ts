import { describe, expect, it } from "vitest";
import { checkRetirement } from "../../../src/inference/check-retirement.js";
import { planVertex } from "../../../src/inference/google/plan-vertex.js";
import type { VertexRequest } from "../../../src/inference/google/request.js";
import type { IdentityLedger } from "../../../src/inference/identity-ledger.js";
import type { Retire } from "../../../src/inference/retire.js";
import { formatProblem } from "../../../src/problem.js";
import { planned } from "../aws/planned.js";
import { members, models, requestOf, type SignInCase, signInCase } from "./requests.js";

const google = signInCase("google");
const withKey = signInCase("a service account's key");
const alone: VertexRequest["groups"] = [{ name: "general", members: members.general }];

function ledger(signIn: SignInCase, more: Partial<VertexRequest> = {}, retire?: Retire): IdentityLedger {
	const { identities } = planned(planVertex(requestOf(signIn, more)));
	return { eu: { at: ["inference", "vertex", "provision"], identities, ...(retire && { retire }) } };
}

const taken = (...ledgers: [IdentityLedger, IdentityLedger]) => checkRetirement(...ledgers).map(formatProblem);

describe("an update takes nothing from people", () => {
	it("where a group starts or ends to have models of its own", () => {
		const shared: VertexRequest["groups"] = [...alone, { name: "pilot", members: members.pilot }];
		expect(taken(ledger(google), ledger(google, { groups: shared }))).toEqual([]);
		expect(taken(ledger(google, { groups: shared }), ledger(google))).toEqual([]);
	});

	it("where models, the role or the end of access change", () => {
		const role = { existing: "projects/example-cowork/roles/claude" };
		for (const more of [
			{ models: models.slice(0, 1) },
			{ provision: { role } },
			{ provision: { accessUntil: "2027-03-31T00:00:00Z" } },
		]) {
			expect(taken(ledger(google), ledger(google, more))).toEqual([]);
		}
	});
});

describe("an update is refused that takes from devices what they sign in with", () => {
	const lost = "member/group:pilots@example.com (group pilot)";

	it("where a group goes, or has other people, until that is said", () => {
		const other = [...alone, { name: "pilot", members: { googleGroup: "others@example.com" } }];
		for (const groups of [alone, other]) {
			expect(taken(ledger(google), ledger(google, { groups }))).toEqual([
				`inference.vertex.provision: this update would take from devices of deployment eu what they sign in with: ${lost}; put back what made it; or, once these devices have another, write retire: ["member/group:pilots@example.com"] in this block`,
			]);
			expect(taken(ledger(google), ledger(google, { groups }, ["member/group:pilots@example.com"]))).toEqual([]);
		}
	});

	it("where another project is called", () => {
		expect(
			taken(ledger(google, { groups: alone }), ledger(google, { groups: alone, projectId: "example-other" })),
		).toEqual([
			'inference.vertex.provision: this update would take from devices of deployment eu what they sign in with: member/group:everyone@example.com (group general), which is of project example-cowork and not example-other; put back what made it; or, once these devices have another, write retire: ["member/group:everyone@example.com"] in this block',
		]);
	});

	it("where another project pays, which profiles on devices do not name", () => {
		const workforce = signInCase("workforce by its audience");
		const general: VertexRequest["groups"] = [{ name: "general", members: { principalSet: "group/everyone" } }];
		const of = (userProject?: string, groups = general) => {
			const block = { ...(workforce.block as object), ...(userProject !== undefined && { userProject }) };
			return ledger({ ...workforce, block }, { groups });
		};
		const refused = [expect.stringContaining("which is of paying project example-quota and not example-other;")];
		expect(taken(of("example-quota"), of("example-quota"))).toEqual([]);
		expect(taken(of(), of("example-cowork"))).toEqual([]);
		expect(taken(of("example-quota"), of("example-other"))).toEqual(refused);
		expect(taken(of(), of("example-quota"))).toEqual([
			expect.stringContaining("which is of paying project example-cowork and not example-quota;"),
		]);
		const own = (userProject: string): VertexRequest["groups"] => [
			...general,
			{
				name: "pilot",
				members: { principalSet: "group/everyone" },
				signInBlock: { ...(workforce.block as object), userProject },
			},
		];
		expect(taken(of("example-cowork", own("example-quota")), of("example-cowork", own("example-other")))).toHaveLength(
			1,
		);
	});

	it("where a key has no successor beside it", () => {
		const of = (current: string, previous?: string) =>
			ledger(withKey, {
				groups: alone,
				provision: { serviceAccountKey: { current, ...(previous !== undefined && { previous }) } },
			});
		expect(taken(of("a"), of("b", "a"))).toEqual([]);
		expect(taken(of("b", "a"), of("b"))).toEqual([]);
		expect(taken(of("a"), of("b"))).toEqual([
			expect.stringContaining('or keep it beside the new with serviceAccountKey.previous: "a"'),
		]);
	});
});
