import { expect, test, vi } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import { plans } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

const place = (plan: (typeof plans)["user" | "existingUser"]) => recordAws(() => new BedrockInference("eu", { plan }));

test("each group gets the first key as a secret; keys have an age", async () => {
	const { result, resources } = await place(plans.user);
	expect(Object.keys(result.late)).toEqual(["bedrock.bearerToken.pilot", "bedrock.bearerToken.general"]);
	for (const secret of Object.values(result.late)) {
		expect(await reveal(secret)).toEqual({ value: "ABSK-secret", secret: true });
	}
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	const serviceName = "bedrock.amazonaws.com";
	expect(inputs["eu-shared-key.next"]).toEqual({ userName: "cowork-eu_next", serviceName, credentialAgeDays: 90 });
	expect(inputs["eu-shared-key.current"]).toEqual({ userName: "cowork-eu", serviceName, credentialAgeDays: 90 });
});

test("each key has a user of its own under the one policy", async () => {
	const { result, resources } = await place(plans.user);
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	const policyArn = "arn:aws:mock:::eu-shared-policy";
	expect(inputs["eu-shared-user"]).toMatchObject({ name: "cowork-eu" });
	expect(inputs["eu-shared-user.next"]).toMatchObject({ name: "cowork-eu_next" });
	expect(inputs["eu-shared-policy-attachment"]).toEqual({ user: "cowork-eu", policyArn });
	expect(inputs["eu-shared-policy-attachment.next"]).toEqual({ user: "cowork-eu_next", policyArn });
	expect((await reveal(result.principals.shared)).value).toBe("arn:aws:mock:::eu-shared-user.next");
});

test("a user that exists gets the policy once", async () => {
	const { resources } = await place(plans.existingUser);
	const attachments = resources.filter(({ type }) => type.endsWith(":UserPolicyAttachment"));
	expect(attachments.map(({ inputs }) => inputs.user)).toEqual(["svc-cowork"]);
});

test("it is told when each key expires", async () => {
	const { result } = await place(plans.user);
	expect(Object.keys(result.keyExpiry)).toEqual(["shared.next", "shared.current"]);
	expect(await reveal(result.keyExpiry["shared.next"])).toEqual({ value: "2099-01-01T00:00:00Z", secret: false });
});

test("each key whose end is near is told of, by the place that makes keys", async () => {
	const at = ["inference", "bedrock", "provision"];
	const warningsOn = async (date: string) => {
		vi.useFakeTimers({ now: new Date(date), toFake: ["Date"] });
		try {
			return (await recordAws(() => new BedrockInference("eu", { plan: plans.user, at }))).warnings;
		} finally {
			vi.useRealTimers();
		}
	};
	expect(await warningsOn("2098-12-01T00:00:00Z")).toEqual([]);
	expect(await warningsOn("2098-12-22T00:00:00Z")).toEqual(
		["shared.next", "shared.current"].map((key) =>
			expect.stringContaining(`inference.bedrock.provision.bearerKey: key ${key} ends on 2099-01-01, in 10 days, `),
		),
	);
});
