import type { IdentityPlan } from "../../inference/aws/plan.js";
import type { LateValue } from "./late-values.js";
import { placePermissionSet } from "./permission-set.js";
import type { PlacedIdentity, Placing } from "./placing.js";
import { placePolicyOnly } from "./policy.js";
import { placeProxyRole, placeWebIdentityRole } from "./role.js";
import { placeUser } from "./user.js";

type Kind = IdentityPlan["kind"];
type PlanOf<Each extends Kind> = Extract<IdentityPlan<LateValue>, { readonly kind: Each }>;

const kinds: { readonly [Each in Kind]: (identity: PlanOf<Each>, placing: Placing) => PlacedIdentity } = {
	"permission-set": placePermissionSet,
	"web-identity-role": placeWebIdentityRole,
	"proxy-role": placeProxyRole,
	user: placeUser,
	"policy-only": placePolicyOnly,
};

/** Creates one principal with its policy, or adds the policy to one that exists. */
export function placeIdentity<Each extends Kind>(identity: PlanOf<Each>, placing: Placing): PlacedIdentity {
	// An index by the kind of a union's member loses that both are of the same kind.
	const place = kinds[identity.kind] as (identity: PlanOf<Each>, placing: Placing) => PlacedIdentity;
	return place(identity, placing);
}
