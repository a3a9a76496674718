import type { IdentityKind } from "./identity.js";
import { planRole, rolePolicyLimit } from "./role.js";
import { principalTrust } from "./trust.js";

/** A role that the proxy in front of Bedrock assumes. */
export const proxyRole: IdentityKind = {
	policyLimit: ({ proxyRole: role }) => rolePolicyLimit(role?.existing !== undefined),
	plan(request) {
		const { existing, principalArn } = request.provision.proxyRole ?? {};
		return planRole(request, {
			assumedBy: ["sts:AssumeRole"],
			...(existing && { existing: existing.roleName }),
			...(!existing &&
				principalArn !== undefined && {
					trust: principalTrust(principalArn),
					trusts: { proxy: principalArn },
				}),
		});
	},
};
