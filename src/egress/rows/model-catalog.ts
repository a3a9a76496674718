import { exact, ofUrl } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { allOf } from "../windows.js";

const modelCatalog = {
	feature: "model-catalog",
	ifDenied: "Model names and effort choices stay as last known or built in; sessions start all the same.",
	requirement: "optional",
	closedBy: [{ key: "modelCatalogEnabled", value: false }],
	since: "2.110.0",
	source: page("telemetry"),
} as const;

export const modelCatalogRows: readonly EgressRow[] = [
	{
		...modelCatalog,
		key: "modelCatalogEnabled",
		because: "signed model catalog, fetched at launch and every 5 to 15 minutes",
		operator: "anthropic",
		when: (context) => allOf(context.isNot("modelCatalogEnabled", false), context.isUnset("modelCatalogUrl")),
		hosts: [exact("downloads.claude.ai")],
	},
	{
		...modelCatalog,
		key: "modelCatalogUrl",
		needs: "modelCatalogUrl",
		because: "model catalog from the organization's own address",
		operator: "organization",
		when: (context) => context.isNot("modelCatalogEnabled", false),
		hosts: (context) => ofUrl(context.value("modelCatalogUrl")),
	},
];
