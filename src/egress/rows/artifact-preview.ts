import { exact, ofUrl } from "../destination.js";
import { type EgressRow, page } from "../row.js";
import { allOf } from "../windows.js";

const artifactPreview = {
	feature: "artifact-preview",
	requirement: "optional",
	closedBy: [{ key: "disableNonessentialServices", value: true }],
	source: page("telemetry"),
} as const;

export const artifactPreviewRows: readonly EgressRow[] = [
	{
		...artifactPreview,
		key: "disableNonessentialServices",
		because: "isolated frame of artifact previews",
		ifDenied: "Artifact previews are static.",
		operator: "anthropic",
		when: (context) =>
			allOf(context.isNot("disableNonessentialServices", true), context.isUnset("userContentRendererUrl")),
		hosts: [exact("www.claudeusercontent.com")],
	},
	{
		...artifactPreview,
		key: "userContentRendererUrl",
		needs: "userContentRendererUrl",
		because: "isolated frame of artifact previews at the organization's own address",
		ifDenied: "Artifact previews are static.",
		operator: "organization",
		since: "1.24012.0",
		when: (context) => context.isNot("disableNonessentialServices", true),
		hosts: (context) => ofUrl(context.value("userContentRendererUrl")),
	},
	{
		...artifactPreview,
		key: "disableNonessentialServices",
		because: "libraries and fonts of artifact previews",
		ifDenied: "Artifact previews that load libraries or fonts stay incomplete.",
		operator: "third-party",
		when: (context) => context.isNot("disableNonessentialServices", true),
		hosts: [exact("cdnjs.cloudflare.com"), exact("cdn.jsdelivr.net"), exact("fonts.googleapis.com")],
	},
];
