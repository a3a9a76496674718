import { expect, test } from "vitest";
import { BedrockInference } from "../../../src/components/aws/bedrock-inference.js";
import { late } from "../../../src/inference/aws/late-text.js";
import { identities, planOf } from "./plans.js";
import { recordAws, reveal } from "./record-aws.js";

const place = (identity: (typeof identities)["user" | "existingUser"]) =>
	recordAws(() => new BedrockInference("eu", { plan: planOf([identity]) }));

test("each group gets the first key as a secret; keys have an age where one is planned", async () => {
	const { result, resources } = await place(identities.user);
	expect(Object.keys(result.secrets)).toEqual([late.bearerToken("pilot"), late.bearerToken("general")]);
	for (const secret of Object.values(result.secrets)) {
		expect(await reveal(secret)).toEqual({ value: "ABSK-secret", secret: true });
	}
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	const serviceName = "bedrock.amazonaws.com";
	expect(inputs["eu-shared-key.next"]).toEqual({ userName: "cowork-eu_next", serviceName, credentialAgeDays: 90 });
	expect(inputs["eu-shared-key.current"]).toEqual({ userName: "cowork-eu", serviceName });
});

test("each key has a user of its own under the one policy", async () => {
	const { result, resources } = await place(identities.user);
	const inputs = Object.fromEntries(resources.map((each) => [each.name, each.inputs]));
	const policyArn = "arn:aws:mock:::eu-shared-policy";
	expect(inputs["eu-shared-user"]).toMatchObject({ name: "cowork-eu" });
	expect(inputs["eu-shared-user.next"]).toMatchObject({ name: "cowork-eu_next" });
	expect(inputs["eu-shared-policy-attachment"]).toEqual({ user: "cowork-eu", policyArn });
	expect(inputs["eu-shared-policy-attachment.next"]).toEqual({ user: "cowork-eu_next", policyArn });
	expect((await reveal(result.principals.shared)).value).toBe("arn:aws:mock:::eu-shared-user.next");
});

test("a user that exists gets the policy once", async () => {
	const { resources } = await place(identities.existingUser);
	const attachments = resources.filter(({ type }) => type.endsWith(":UserPolicyAttachment"));
	expect(attachments.map(({ inputs }) => inputs.user)).toEqual(["svc-cowork"]);
});

test("it is told when each key expires, and that one never does", async () => {
	const { result } = await place(identities.user);
	expect(Object.keys(result.keyExpiry)).toEqual(["shared.next", "shared.current"]);
	expect(await reveal(result.keyExpiry["shared.next"])).toEqual({ value: "2027-01-01T00:00:00Z", secret: false });
	expect(await reveal(result.keyExpiry["shared.current"])).toEqual({ value: "never", secret: false });
});
