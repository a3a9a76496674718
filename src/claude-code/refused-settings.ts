const ofEachUser = [
	"autoConnectIde",
	"autoInstallIdeExtension",
	"claudeInChromeDefaultEnabled",
	"copyFullResponse",
	"copyOnSelect",
	"defaultToAgentsView",
	"diffTool",
	"externalEditorContext",
	"leftArrowOpensAgents",
	"prStatusFooterEnabled",
];

const isOfEachUser = "stands in the configuration of each user, where no managed setting reaches; remove it";

/** Settings that `settings` of `claudeCode` does not take, each with what to do. */
export const refusedSettings: Readonly<Record<string, string>> = {
	...Object.fromEntries(ofEachUser.map((name) => [name, isOfEachUser])),
	disableArtifact: "is deprecated; use enableArtifact",
	env: "has a member of its own; write it as env of claudeCode",
	hooks: "has a member of its own; write it as hooks of claudeCode",
	includeCoAuthoredBy: "is deprecated; use attribution",
	keybindingFlavor: "has no effect any more; remove it",
	managedMcpServers:
		"is read neither in the Code tab on a third-party provider nor in Cowork; write servers in mcp of claudeCode",
	permissionExplainerEnabled: "is read by no version since 2.1.257; remove it",
	permissions: "has a member of its own; write it as permissions of claudeCode",
	policyHelper: "is a program whose output replaces all of these settings; remove it",
	taskOutputMaxChars: "is read by no version since 2.1.277; remove it",
	teammateDefaultModel: "is read by no version since 2.1.234; remove it",
	voiceEnabled: "is deprecated; use voice",
};
