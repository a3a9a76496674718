import type { Profile, ProfileFile } from "./format.js";
import { profileDescription, profileName } from "./profile-name.js";
import { jsonFile } from "./text-file.js";

/** What people see of an object of Microsoft Graph. */
export interface GraphNames {
	readonly displayName: string;
	readonly description: string;
}

/** Those of a group's profile. */
export function graphNames(profile: Profile): GraphNames {
	return { displayName: profileName(profile.identity), description: profileDescription(profile) };
}

/** The body of a call to Microsoft Graph that creates an object of a type with a group's settings. */
export function graphFile(
	name: string,
	{ displayName, description }: GraphNames,
	type: string,
	members: object,
): ProfileFile {
	return jsonFile(name, { "@odata.type": `#microsoft.graph.${type}`, displayName, description, ...members });
}

/** The same of a remediation, from its two scripts. */
export function remediationBody(
	name: string,
	names: GraphNames,
	detect: ProfileFile,
	remediate: ProfileFile,
): ProfileFile {
	return graphFile(name, names, "deviceHealthScript", {
		publisher: "pulumi-cowork",
		runAsAccount: "system",
		runAs32Bit: false,
		enforceSignatureCheck: false,
		detectionScriptContent: base64(detect.content),
		remediationScriptContent: base64(remediate.content),
	});
}

/** The same of a preference file for the programs of a domain. */
export function preferenceFileBody(name: string, names: GraphNames, domain: string, file: ProfileFile): ProfileFile {
	return graphFile(name, names, "macOSCustomAppConfiguration", {
		bundleId: domain,
		fileName: file.name,
		configurationXml: base64(file.content),
	});
}

function base64(content: Uint8Array): string {
	return Buffer.from(content).toString("base64");
}
