import type { EgressContext } from "../context.js";

/** What Claude Code reaches only where people ask for it, and no setting closes. */
export function claudeCodeHosts(context: EgressContext): string[] {
	if (!context.hasCode) return [];
	return [
		"the command line of Claude Code also asks storage.googleapis.com (counts of plug-ins), registry.npmjs.org (plug-ins and servers from npm), formulae.brew.sh (versions, of Homebrew installs) and code.claude.com (its documentation) where people use these; no setting closes them, and they are in no list",
	];
}
