import { printable } from "../../printable.js";
import { payloadOf, payloadUuid } from "../../profiles/configuration-profile.js";
import { type PlistDictionary, writePlist } from "../../profiles/plist-writer.js";
import type { AgentFile, AgentRequest } from "./other-agent.js";

/** A configuration profile for macOS that sets preferences of a domain. */
export function preferenceProfile(
	domain: string,
	title: string,
	preferences: PlistDictionary,
	{ organization, identifierPrefix, deployment }: AgentRequest,
): AgentFile {
	const identifier = `${identifierPrefix}.${deployment}.agents.${domain}`;
	const content = writePlist({
		PayloadContent: [payloadOf(preferences, { identifier, program: title, domain })],
		PayloadDisplayName: `${title} (${deployment})`,
		PayloadIdentifier: identifier,
		PayloadOrganization: printable(organization),
		PayloadScope: "System",
		PayloadType: "Configuration",
		PayloadUUID: payloadUuid(identifier),
		PayloadVersion: 1,
	});
	return {
		name: `${domain}.mobileconfig`,
		place: `a configuration profile, domain ${domain}`,
		mediaType: "application/x-apple-aspen-config",
		content,
	};
}
