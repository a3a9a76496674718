import { oidcRows } from "../oidc.js";
import type { EgressRow } from "../row.js";

/** Sign-in at the organisation's identity provider, which more routes than one have. */
export const identityProviderRows: readonly EgressRow[] = oidcRows({ key: "inferenceIdpOidc", since: "2.7032.0" });
