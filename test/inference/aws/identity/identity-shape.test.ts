import { describe, expect, it } from "vitest";
import { bedrockIdentityMembers, identityMembers } from "../../../../src/inference/aws/identity/identity-shape.js";
import { formatProblem } from "../../../../src/problem.js";
import { object } from "../../../../src/shape/build.js";
import { checkShape } from "../../../../src/shape/check-shape.js";

const shape = object({ ...identityMembers, ...bedrockIdentityMembers });
const claim = (name: string, values: readonly string[] = ["a"]) => ({
	oidcRole: { groupClaim: { name, values: { pilot: values } } },
});
const tag = (key: string, value = "a") => ({ oidcRole: { sessionTag: { key, values: { pilot: [value] } } } });
const noClaim =
	"oidcRole.groupClaim.name: is no claim by which IAM tells people apart; expected one of amr, email, oaud, sub, or give sessionTag";
const noRole = "is no ARN of a role; expected one such as arn:aws:iam::111122223333:role/proxy";
const noProvider =
	"is no ARN of an OIDC provider; expected one such as arn:aws:iam::111122223333:oidc-provider/login.example.com";
const noSet =
	"is no ARN of a permission set; expected one such as arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef";
const noInstance =
	"is no ARN of an instance of IAM Identity Center; expected one such as arn:aws:sso:::instance/ssoins-0123456789abcdef";

describe("the form of the blocks about sign-in", () => {
	it.each<[unknown, string[]]>([
		[{}, []],
		[{ permissionSet: { sessionHours: 13 } }, ["permissionSet.sessionHours: is 13; expected at most 12"]],
		[{ permissionSet: { sessionHours: 4 } }, ["permissionSet.sessionHours: is 4; expected at least 8"]],
		[{ permissionSet: { name: "Cowork_EU" } }, []],
		[
			{ permissionSet: { name: "Cowork für alle" } },
			[
				"permissionSet.name: is no name that IAM Identity Center takes; expected at most 32 letters, digits and +=,.@_-",
			],
		],
		[{ permissionSet: { instanceArn: "arn:aws:s3:::bucket" } }, [`permissionSet.instanceArn: ${noInstance}`]],
		[
			{ permissionSet: { existing: { arn: "arn:aws:iam::111122223333:role/p", name: "a" } } },
			[`permissionSet.existing.arn: ${noSet}`],
		],
		[{ oidcRole: { sessionHours: 24 } }, ["oidcRole.sessionHours: is 24; expected at most 12"]],
		[{ oidcRole: { providerArn: "arn:aws:s3:::bucket" } }, [`oidcRole.providerArn: ${noProvider}`]],
		[
			{ oidcRole: { providerArn: "arn:aws-cn:iam::111122223333:oidc-provider/x" } },
			["oidcRole.providerArn: is no ARN of partition aws or aws-us-gov"],
		],
		[{ oidcRole: { providerArn: "arn:aws:iam::111122223333:oidc-provider/tenant.auth0.com/" } }, []],
		[{ oidcRole: { providerArn: { fromProgram: "arn" } } }, []],
		[
			{ oidcRole: { issuerUrl: "http://a.example" } },
			["oidcRole.issuerUrl: is no issuer; expected an https URL without port, query and fragment"],
		],
		[{ oidcRole: { issuerUrl: "https://tenant.auth0.com/" } }, []],
		// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
		[claim("amr"), []],
		[claim("email"), []],
		[claim("oaud"), []],
		[claim("sub"), []],
		[claim("groups"), [noClaim]],
		[claim("roles"), [noClaim]],
		[claim("aud"), [noClaim]],
		[
			claim("email", ["*@example.com"]),
			["oidcRole.groupClaim.values.pilot[0]: has * or ?, which IAM takes as they stand here; give whole values"],
		],
		[
			{ oidcRole: { subject: "\u0024{aws:username}" } },
			["oidcRole.subject: has ${, which IAM takes for a variable; give the value itself"],
		],
		[
			{ oidcRole: { clientId: "\u0024{aws:username}" } },
			["oidcRole.clientId: has ${, which IAM takes for a variable; give the value itself"],
		],
		[
			claim("amr", ["Ωmega"]),
			["oidcRole.groupClaim.values.pilot[0]: has characters beyond Latin-1, which no policy may have"],
		],
		[tag("group"), []],
		[tag("aws:group"), ["oidcRole.sessionTag.key: is no key of a tag that AWS takes"]],
		[tag("group", "a*"), ["oidcRole.sessionTag.values.pilot[0]: is no value of a tag that AWS takes"]],
		[{ proxyRole: { principalArn: "arn:aws:iam::111122223333:role/path/proxy" } }, []],
		[{ proxyRole: { principalArn: "arn:aws:iam::111122223333:root" } }, [`proxyRole.principalArn: ${noRole}`]],
		[{ proxyRole: { principalArn: "arn:aws:iam::111122223333:role/*" } }, [`proxyRole.principalArn: ${noRole}`]],
		[{ proxyRole: { principalArn: "arn:aws:iam::111122223333:user/a" } }, [`proxyRole.principalArn: ${noRole}`]],
		[
			{ proxyRole: { existing: { roleName: "a/b" } } },
			["proxyRole.existing.roleName: is no name that IAM takes; expected at most 64 letters, digits and +=,.@_-"],
		],
		[
			{ bearerKey: { current: "A b" } },
			["bearerKey.current: is no label; expected lower-case letters, digits, dots and hyphens"],
		],
	])("%j", (value, expected) => {
		expect(checkShape(shape, value, { at: [] }).map(formatProblem)).toEqual(expected);
	});
});
