import type { OtherAgent } from "./other-agent.js";

export const amazonQ: OtherAgent = {
	title: "Amazon Q Developer and Kiro CLI",
	switches: [],
	notWritten: [
		{ name: "telemetry.enabled", because: "is set by each user: q settings telemetry.enabled false" },
		{
			name: "codeWhisperer.shareCodeWhispererContentWithAWS",
			because: "is set by each user: q settings codeWhisperer.shareCodeWhispererContentWithAWS false",
		},
		{ name: "Amazon Q > Telemetry and > Share Content", because: "are settings of the user's editor" },
	],
	mustStay: [
		"q.us-east-1.amazonaws.com",
		"codewhisperer.us-east-1.amazonaws.com",
		"aws-language-servers.us-east-1.amazonaws.com",
		"aws-toolkit-language-servers.amazonaws.com",
		"oidc.<region>.amazonaws.com",
		"*.awsapps.com",
		"prod.us-east-1.auth.desktop.kiro.dev (Kiro)",
	],
	files: () => [],
};
