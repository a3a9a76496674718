import type { EgressContext } from "../context.js";
import { ofUrl } from "../destination.js";
import { oidcRows } from "../oidc.js";
import { type EgressRow, page } from "../row.js";
import { allOf } from "../windows.js";

/** The first version that fetches its configuration. */
const since = "1.10628.0";
const closedBy = [{ key: "bootstrapEnabled", value: false }] as const;
const enabled = (context: EgressContext) => context.isNot("bootstrapEnabled", false);

export const bootstrapRows: readonly EgressRow[] = [
	{
		feature: "bootstrap",
		key: "bootstrapUrl",
		needs: "bootstrapUrl",
		because: "configuration served per user",
		closedBy,
		ifDenied: "The app gets no configuration and does not start in third-party mode.",
		operator: "organization",
		requirement: "required",
		since,
		source: page("bootstrap"),
		when: enabled,
		hosts: (context) => ofUrl(context.value("bootstrapUrl")),
	},
	...oidcRows({
		key: "bootstrapOidc",
		since,
		when: (context) => allOf(enabled(context), context.isSet("bootstrapUrl")),
		texts: {
			feature: "bootstrap",
			because: "sign-in before the configuration is served",
			closedBy,
			ifDenied: "Users cannot sign in, so the app gets no configuration.",
			source: page("bootstrap"),
		},
	}),
];
