import { describe, expect, it } from "vitest";
import { planVertex } from "../../../src/inference/google/plan-vertex.js";
import type { VertexRequest } from "../../../src/inference/google/request.js";
import { errorsOf, idsIn, planned, problemsOf, resourceIn } from "../aws/planned.js";
import {
	members,
	models,
	oidc,
	pool,
	projectId,
	requestOf,
	type SignInCase,
	signInCase,
	signInCases,
} from "./requests.js";

const withKey = signInCase("a service account's key");
const workforce = signInCase("workforce by its pool, and a project that pays");
const google = signInCase("google");
const alone: VertexRequest["groups"] = [{ name: "general", members: members.general }];

describe("the role", () => {
	it("is one for the deployment, stays in the project, and permits what is needed alone", () => {
		const plan = planned(planVertex(requestOf(google)));
		expect(resourceIn(plan, "role")).toEqual({
			id: "role",
			type: "iam.googleapis.com/Role",
			name: "projects/example-cowork/roles/cowork_eu",
			meter: "free",
			properties: {
				project: projectId,
				roleId: "cowork_eu",
				title: "Claude Cowork eu",
				description: "Calls models of publishers on Vertex AI, and nothing else.",
				permissions: ["aiplatform.endpoints.predict"],
				stage: "GA",
				deletionPolicy: "ABANDON",
			},
		});
	});

	it("keeps an id that is said, whatever the deployment is called", () => {
		const provision = { role: { id: "claude" } };
		for (const deployment of ["eu", "europe-1"]) {
			const plan = planned(planVertex(requestOf(google, { deployment, provision })));
			expect(resourceIn(plan, "role").properties.roleId).toBe("claude");
		}
		expect(resourceIn(planned(planVertex(requestOf(google, { deployment: "europe-1" }))), "role").name).toBe(
			"projects/example-cowork/roles/cowork_europe_1",
		);
		for (const deployment of ["eu", "europe-1"]) {
			const request = requestOf(workforce, { deployment, provision: { ...workforce.provision, ...provision } });
			expect(resourceIn(planned(planVertex(request)), "user-project-role.example-quota").name).toBe(
				"projects/example-quota/roles/claude.user",
			);
		}
	});

	it("may be one that exists, of the project or the organisation", () => {
		for (const existing of ["projects/example-cowork/roles/claude", "organizations/1234/roles/claude"]) {
			const plan = planned(planVertex(requestOf(google, { provision: { role: { existing } } })));
			expect(idsIn(plan)).toEqual(["member.group:everyone@example.com", "member.group:pilots@example.com"]);
			expect(resourceIn(plan, "member.group:pilots@example.com").properties.role).toBe(existing);
		}
		const broad = { settled: ["oauthClient" as const], role: { existing: "roles/aiplatform.user" } };
		expect(problemsOf(planVertex(requestOf(google, { groups: alone, provision: broad })))).toEqual([
			"warning: inference.vertex.provision.role.existing: is one of Google's own roles, which permit far more than to call models; leave it out, or name a role that permits aiplatform.endpoints.predict alone",
		]);
		const ownPays = requestOf(signInCase("workforce by its audience"), {
			groups: alone,
			provision: { role: { existing: "roles/aiplatform.user" } },
		});
		expect(problemsOf(planVertex(ownPays)).join()).toContain(
			"name a role that permits aiplatform.endpoints.predict and serviceusage.services.use alone",
		);
		const other = { role: { existing: "projects/example-other/roles/claude" } };
		expect(errorsOf(planVertex(requestOf(google, { provision: other })))).toEqual([
			"inference.vertex.provision.role.existing: is a role of project example-other, which nobody can be bound to in example-cowork; name one of it, or of the organisation",
		]);
		const both = { role: { id: "claude", existing: "roles/aiplatform.user" } };
		expect(errorsOf(planVertex(requestOf(google, { provision: both })))).toEqual([
			"inference.vertex.provision.role.id: does not go with a role that exists; leave one of them out",
		]);
	});
});

describe("people", () => {
	it("are bound under ids that tell them, so that no change of groups takes a binding away", () => {
		const before = planned(planVertex(requestOf(google)));
		const without = planned(planVertex(requestOf(google, { groups: alone })));
		const alike = planned(
			planVertex(
				requestOf(google, {
					groups: [...alone, { name: "pilot", members: members.pilot }],
				}),
			),
		);
		expect(idsIn(before)).toEqual(["role", "member.group:everyone@example.com", "member.group:pilots@example.com"]);
		expect(idsIn(alike)).toEqual(idsIn(before));
		expect(alike.resources).toEqual(before.resources);
		expect(idsIn(without)).toEqual(["role", "member.group:everyone@example.com"]);
	});

	it("are what devices sign in as, each once", () => {
		const same = { googleGroup: "everyone@example.com" };
		const groups = [...alone, { name: "pilot", members: same, models: models.slice(0, 1) }];
		expect(planned(planVertex(requestOf(google, { groups }))).identities).toEqual([
			{
				name: "member/group:everyone@example.com",
				groups: ["general", "pilot"],
				existing: true,
				place: { project: projectId },
			},
		]);
	});

	it("of Entra ID are known by the ids of their groups, which its tokens carry", () => {
		const entraGroupId = "6F1C1B0E-4C7A-4F0E-9B57-2A3A5A0B7C12";
		const groups = [{ name: "general", members: { entraGroupId } }];
		const plan = planned(planVertex(requestOf(workforce, { groups })));
		expect(plan.identities.map(({ name }) => name)).toEqual([
			"member/principalSet://iam.googleapis.com/locations/global/workforcePools/example-people/group/6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12",
		]);
	});

	const nobody =
		"it is these people whom Google lets call the models: name them, or say provision.bringYourOwn: true where access is looked after elsewhere";
	type Refused = [SignInCase, object, string];
	it.each<Refused>([
		[google, {}, `googleGroup: is missing; ${nobody}`],
		[google, { principalSet: "group/everyone" }, `googleGroup: is missing; ${nobody}`],
		[workforce, { googleGroup: "a@example.com" }, `principalSet: is missing, or entraGroupId; ${nobody}`],
		[
			signInCase("helper"),
			{ identityCenterGroup: "a" },
			`googleGroup: is missing, or principalSet or entraGroupId; ${nobody}`,
		],
		[
			google,
			{ googleGroup: "everyone" },
			"googleGroup: is no address of a Google group; expected one such as claude@example.com",
		],
		[
			workforce,
			{ principalSet: "*" },
			"principalSet: names nobody of a workforce pool; expected group/<value of google.groups>, attribute.<name>/<value>, or the whole principalSet:// of one of them",
		],
		[
			workforce,
			{ principalSet: "principalSet://iam.googleapis.com/locations/global/workforcePools/example-people/*" },
			"principalSet: names nobody of a workforce pool; expected group/<value of google.groups>, attribute.<name>/<value>, or the whole principalSet:// of one of them",
		],
		[
			signInCase("helper"),
			{ principalSet: "group/everyone" },
			"principalSet: tells no workforce pool; write the whole principalSet://, its pool included",
		],
		[
			workforce,
			{ principalSet: "principalSet://iam.googleapis.com/locations/global/workforcePools/other-people/group/everyone" },
			"principalSet: is of workforce pool other-people, and people come by example-people, so that it stands for nobody; name people of that pool",
		],
		// What stands in a plan for what is known only later, and what nobody sees.
		...["group/<late:role.name>", "group/a\u202eb", "attribute.ring/a\u0007"].map(
			(principalSet): Refused => [
				workforce,
				{ principalSet },
				"principalSet: names nobody of a workforce pool; expected group/<value of google.groups>, attribute.<name>/<value>, or the whole principalSet:// of one of them",
			],
		),
		...["a,b@example.com", "a\u0000@example.com", "<a>@example.com"].map(
			(googleGroup): Refused => [
				google,
				{ googleGroup },
				"googleGroup: is no address of a Google group; expected one such as claude@example.com",
			],
		),
	])("%o as %j are refused", (signIn, said, message) => {
		const groups = [{ name: "general", members: said as Record<string, string> }];
		expect(errorsOf(planVertex(requestOf(signIn, { groups })))).toEqual([`groups.general.members.${message}`]);
	});
});

describe("workforce identity", () => {
	it("has the audience that follows from pool and provider, unless the block says it", () => {
		const audience = "//iam.googleapis.com/locations/global/workforcePools/example-people/providers/example-okta";
		const settings = { inferenceVertexWorkforceAudience: audience };
		expect(planned(planVertex(requestOf(workforce))).settings).toEqual({ general: settings, pilot: settings });
		expect(planned(planVertex(requestOf(signInCase("workforce by its audience")))).settings).toEqual({});
	});

	it("needs a pool or an audience, and the same in both", () => {
		const block = { oidc };
		const none = { ...workforce, block, provision: {} };
		expect(errorsOf(planVertex(requestOf(none)))).toContain(
			"inference.vertex.provision.workforce: is missing; the audience that signIn.workforce leaves out follows from the pool and provider, or write the audience",
		);
		const audience = "//iam.googleapis.com/locations/global/workforcePools/other-people/providers/example-okta";
		expect(errorsOf(planVertex(requestOf({ ...workforce, block: { ...block, audience } })))).toEqual([
			"inference.vertex.signIn.workforce.audience: is not that of provision.workforce, which is //iam.googleapis.com/locations/global/workforcePools/example-people/providers/example-okta; leave one of them out",
		]);
	});
});

describe("a key of a service account", () => {
	it("is secret, made of a label, and said to be discouraged", () => {
		const outcome = planVertex(requestOf(withKey, { groups: alone }));
		const plan = planned(outcome);
		expect(resourceIn(plan, "shared-key.current").properties).toEqual({
			serviceAccountId: "<late:shared-service-account.name>",
			keepers: { label: "current" },
		});
		expect(plan.outputs.credentialsFiles).toEqual({ "shared.current": "<late:shared-key.current.credentials>" });
		expect(problemsOf(outcome)).toEqual([
			"warning: inference.vertex.provision.serviceAccountKey: makes a key of a service account, which never ends by itself and calls as everybody for whoever copies it, and which Google refuses where the organisation policy iam.disableServiceAccountKeyCreation holds, as it does in newer organisations: take workforce or google to sign in, or have the policy lifted for project example-cowork",
			"warning: inference.vertex.signIn.credentialsFile.path: the output credentialsFiles, shared.current, is a file that has to be put at /etc/example/vertex.json on devices of general, readable by their user alone; nothing here does that",
		]);
	});

	it("lives beside the next while devices change over", () => {
		const serviceAccountKey = { current: "2027", previous: "current" };
		const before = planned(planVertex(requestOf(withKey, { groups: alone })));
		const after = planned(planVertex(requestOf(withKey, { groups: alone, provision: { serviceAccountKey } })));
		expect(idsIn(after)).toEqual([...idsIn(before).slice(0, -1), "shared-key.2027", "shared-key.current"]);
		expect(resourceIn(after, "shared-key.current")).toEqual(resourceIn(before, "shared-key.current"));
		expect(after.identities.map(({ name, leaving }) => [name, leaving])).toEqual([
			["key/cowork-eu@example-cowork.iam.gserviceaccount.com/2027", undefined],
			["key/cowork-eu@example-cowork.iam.gserviceaccount.com/current", true],
		]);
	});

	it("may be of an account that exists, which is one", () => {
		const existing = { email: "cowork@example-cowork.iam.gserviceaccount.com" };
		const provision = { serviceAccountKey: { existing } };
		const plan = planned(planVertex(requestOf(withKey, { groups: alone, provision })));
		expect(idsIn(plan)).toEqual([
			"role",
			"member.serviceAccount:cowork@example-cowork.iam.gserviceaccount.com",
			"shared-key.current",
		]);
		expect(errorsOf(planVertex(requestOf(withKey, { provision })))).toEqual([
			"inference.vertex.provision.serviceAccountKey.existing: is one service account, and the people of general and of pilot need one each; leave it out, or let no group have models or a way to sign in of its own",
		]);
		const same = { serviceAccountKey: { previous: "current" } };
		expect(errorsOf(planVertex(requestOf(withKey, { provision: same })))).toEqual([
			"inference.vertex.provision.serviceAccountKey.previous: is also the current label; expected that of the key before",
		]);
	});
});

describe("what only a person can do", () => {
	it("is told for the OAuth client, until it is said to be made", () => {
		const by = (provision: object) => problemsOf(planVertex(requestOf({ ...google, provision }, { groups: alone })));
		expect(by({})).toEqual([
			"warning: inference.vertex.signIn.google: needs an OAuth client that only a person can make, in the console: (1) open https://console.cloud.google.com/auth/audience?project=example-cowork and make the audience Internal; (2) open https://console.cloud.google.com/auth/clients/create?project=example-cowork, choose the application type Desktop app, and create the client; (3) write its client id into signIn.google.clientId, and give its client secret by reference as signIn.google.clientSecret; (4) list oauthClient in provision.settled",
		]);
		expect(by({ settled: ["oauthClient"] })).toEqual([]);
	});

	it("is told for models that are not enabled, before anybody gets a 403", () => {
		const provision = { enabledModels: models.slice(0, 1) };
		expect(problemsOf(planVertex(requestOf(google, { groups: alone, provision })))).toEqual([
			"warning: inference.vertex.provision.enabledModels: nobody can call claude-sonnet-5 before the API aiplatform.googleapis.com is enabled in project example-cowork and a person has answered Anthropic's questions and accepted the terms at https://console.cloud.google.com/vertex-ai/model-garden?project=example-cowork, which the role made here lets no user do; let VertexFoundation enable API and models after that, or do it in the console, and then list them here",
		]);
	});

	it("is told for models that share what they are sent, which are refused until that is acknowledged", () => {
		const request = requestOf(google, { groups: alone, models: ["claude-fable-5"] });
		const command = `printf 'header = "Authorization: Bearer %s"\\n' "$(gcloud auth print-access-token)" | curl --config - --fail-with-body --request POST https://aiplatform.googleapis.com/v1beta1/projects/example-cowork/locations/global/publishers/anthropic/models/claude-fable-5:setPublisherModelConfig --header "content-type: application/json" --data '{"publisherModelConfig":{"dataSharingEnabledProvider":"anthropic"}}'`;
		expect(errorsOf(planVertex(request))).toEqual([
			`inference.vertex.models: claude-fable-5 answers 403 until the project shares what is sent to it with Anthropic; run ${command} and say provision.dataSharing: anthropic, or leave the model out`,
		]);
		const plan = planned(planVertex({ ...request, provision: { ...request.provision, dataSharing: "anthropic" } }));
		expect(plan.outputs.dataSharing).toEqual({ "claude-fable-5": command });
	});

	it("is told without a command for what is no id of a model, which a shell would read", () => {
		for (const id of ["fable", "claude-fable-5;id", "claude-fable-5$(id)"]) {
			expect(errorsOf(planVertex(requestOf(google, { groups: alone, models: [id] })))).toEqual([
				`inference.vertex.models: ${id} answers 403 until the project shares what is sent to it with Anthropic; write its full id, of which the request is told, or leave the model out`,
			]);
		}
	});

	it("is told for access that others look after", () => {
		for (const signIn of signInCases.filter(({ provision }) => !provision.serviceAccountKey)) {
			const outcome = planVertex(
				requestOf(signIn, { groups: alone, provision: { ...signIn.provision, bringYourOwn: true } }),
			);
			const pays = signIn === workforce;
			expect(idsIn(planned(outcome))).toEqual(["role", ...(pays ? ["user-project-role.example-quota"] : [])]);
			const also = pays
				? ", and role projects/example-quota/roles/cowork_eu.user in project example-quota, which pays,"
				: "";
			expect(problemsOf(outcome)).toEqual([
				`warning: inference.vertex.provision: role projects/example-cowork/roles/cowork_eu has to be granted in project example-cowork${also} to whatever the people of general call as`,
			]);
		}
	});
});

describe("lists of models that differ", () => {
	it("are said to bound nobody, and alike ones are not", () => {
		expect(problemsOf(planVertex(requestOf(google)))).toEqual([
			"warning: groups.pilot.inference.models: differs from the list of other groups, which Google's IAM cannot tell apart: whoever may call one model of project example-cowork may call all that it offers, whatever the app shows. Write a deployment of its own with another project for these people, or bound the project to the models of all by the organisation policy vertexai.allowedModels, which VertexFoundation makes (allowedModels)",
		]);
		const groups = [...alone, { name: "pilot", members: members.pilot, models: [...models].reverse() }];
		expect(problemsOf(planVertex(requestOf(google, { groups })))).toEqual([]);
	});
});

describe("residency", () => {
	const outside = (region: string, residency: string[]) =>
		errorsOf(planVertex(requestOf(google, { region, provision: { residency } })));

	it.each([
		["eu", ["eu"]],
		["europe-west1", ["eu"]],
		["europe-west3", ["europe-west3"]],
		["us-east5", ["us"]],
		["us", ["eu", "us"]],
	])("%s stays within %j", (region, residency) => {
		expect(outside(region, residency)).toEqual([]);
	});

	it.each([
		["us", ["eu"], "is answered within us"],
		["eu", ["europe-west1"], "is answered within eu"],
		// London and Zürich are not in the Union.
		["europe-west2", ["eu"], "is answered within europe-west2"],
		["europe-west6", ["eu"], "is answered within europe-west6"],
		["us-east5", ["eu"], "is answered within us-east5"],
	])("%s leaves %j", (region, residency, reach) => {
		expect(outside(region, residency)).toEqual([
			`inference.vertex.region: ${reach}, which residency does not allow; allow it, or take a region within ${residency.join(", ")}`,
		]);
	});
});

it("global is answered in no place, whatever residency says", () => {
	const request = requestOf(google, { region: "global", provision: { residency: ["eu"] } });
	expect(errorsOf(planVertex(request))).toEqual([
		"inference.vertex.region: is answered anywhere in the world, which residency never allows; take a region within eu, or leave residency out",
	]);
});

describe("blocks that do not go together", () => {
	it.each([
		[google, { workforce: pool }, "provision.workforce: does not go with signIn.google; leave it out"],
		[
			workforce,
			{ serviceAccountKey: {} },
			"provision.serviceAccountKey: does not go with signIn.workforce; workforce does",
		],
		[
			signInCase("a file of people's credentials"),
			{ serviceAccountKey: {}, workforce: pool },
			"provision.workforce: does not go with serviceAccountKey: the file holds one or the other; leave one of them out",
		],
		[
			google,
			{ bringYourOwn: true, accessUntil: "2027-01-01T00:00:00Z" },
			"provision.accessUntil: does not go with bringYourOwn; leave one of them out",
		],
	])("%o with %j", (signIn, provision, message) => {
		expect(errorsOf(planVertex(requestOf(signIn, { provision })))).toContain(`inference.vertex.${message}`);
	});
});
