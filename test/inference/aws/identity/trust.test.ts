import { describe, expect, it } from "vitest";
import {
	issuerName,
	principalTrust,
	type WebIdentity,
	webIdentityTrust,
} from "../../../../src/inference/aws/identity/trust.js";
import { decide } from "../policy/iam.js";

const providerArn = "arn:aws:iam::111122223333:oidc-provider/login.example.com/tenant";
const base = { providerArn, issuerUrl: "https://login.example.com/tenant", clientId: "cowork" };

type Context = Readonly<Record<string, string | readonly string[]>>;

/** A token of the issuer, by the names under which IAM knows its claims. */
function assume(identity: WebIdentity, context: Context, action = "sts:AssumeRoleWithWebIdentity") {
	const principal = ["Federated", identity.providerArn] as const;
	return decide([webIdentityTrust(identity)], { action, resource: "*", principal, context });
}

describe("a trust", () => {
	const audience = { "login.example.com/tenant:aud": "cowork" };
	const subject = { "login.example.com/tenant:sub": "alice" };

	it("asks for audience and subject", () => {
		const identity = { ...base, subject: "alice" };
		expect(assume(identity, { ...audience, ...subject })).toBe("allow");
		expect(assume(identity, { ...audience, "login.example.com/tenant:sub": "bob" })).toBe("implicit deny");
		expect(assume(identity, { "login.example.com/tenant:aud": "other", ...subject })).toBe("implicit deny");
		expect(assume(identity, subject)).toBe("implicit deny");
		expect(assume(identity, audience)).toBe("implicit deny");
	});

	it("takes * of a subject for any run of characters", () => {
		const identity = { ...base, subject: "waad|*" };
		expect(assume(identity, { ...audience, "login.example.com/tenant:sub": "waad|alice" })).toBe("allow");
		expect(assume(identity, { ...audience, "login.example.com/tenant:sub": "google|alice" })).toBe("implicit deny");
	});

	it.each<[string, string | readonly string[], string | readonly string[]]>([
		["amr", ["mfa", "pilots"], ["mfa", "others"]],
		["email", "alice@example.com", "bob@example.com"],
		["oaud", "pilots", "others"],
		["sub", "alice", "bob"],
	])("asks for one of the values of %s", (name, granted, refused) => {
		const identity = { ...base, claim: { name, values: ["pilots", "alice", "alice@example.com"] } };
		expect(assume(identity, { ...audience, [`login.example.com/tenant:${name}`]: granted })).toBe("allow");
		expect(assume(identity, { ...audience, [`login.example.com/tenant:${name}`]: refused })).toBe("implicit deny");
		expect(assume(identity, audience)).toBe("implicit deny");
	});

	it("asks for one of the values of a session tag, and permits tags with it only", () => {
		const identity = { ...base, tag: { key: "group", values: ["pilots", "testers"] } };
		for (const action of ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]) {
			expect(assume(identity, { ...audience, "aws:RequestTag/group": "testers" }, action)).toBe("allow");
			expect(assume(identity, { ...audience, "aws:RequestTag/group": "others" }, action)).toBe("implicit deny");
			expect(assume(identity, { ...audience, "aws:RequestTag/team": "pilots" }, action)).toBe("implicit deny");
			expect(assume(identity, { "aws:RequestTag/group": "pilots" }, action)).toBe("implicit deny");
		}
		expect(assume({ ...base, subject: "alice" }, { ...audience, ...subject }, "sts:TagSession")).toBe("implicit deny");
	});

	it("asks for all that is given", () => {
		const identity = { ...base, subject: "a*", tag: { key: "group", values: ["pilots"] } };
		const tag = { "aws:RequestTag/group": "pilots" };
		expect(assume(identity, { ...audience, ...subject, ...tag })).toBe("allow");
		expect(assume(identity, { ...audience, ...tag })).toBe("implicit deny");
		expect(assume(identity, { ...audience, ...subject })).toBe("implicit deny");
	});

	it("is none without anything that tells people", () => {
		expect(() => webIdentityTrust(base)).toThrow("a trust needs a subject, a claim or a tag");
	});
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
it.each([
	["https://tenant.auth0.com/", "tenant.auth0.com/"],
	[
		"https://sts.windows.net/6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11/",
		"sts.windows.net/6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11/",
	],
	["https://login.example.com", "login.example.com"],
])("names the issuer %s in keys as the provider's ARN does", (issuerUrl, name) => {
	expect(issuerName(issuerUrl)).toBe(name);
	const identity = {
		providerArn: `arn:aws:iam::111122223333:oidc-provider/${name}`,
		issuerUrl,
		clientId: "a",
		subject: "b",
	};
	expect(assume(identity, { [`${name}:aud`]: "a", [`${name}:sub`]: "b" })).toBe("allow");
});

it("lets one role assume the proxy's, and no other", () => {
	const assumeAs = (arn: string) =>
		decide([principalTrust("arn:aws:iam::111122223333:role/proxy")], {
			action: "sts:AssumeRole",
			resource: "*",
			principal: ["AWS", arn],
		});
	expect(assumeAs("arn:aws:iam::111122223333:role/proxy")).toBe("allow");
	expect(assumeAs("arn:aws:iam::111122223333:role/other")).toBe("implicit deny");
});
