import type { ProfileFile } from "../profiles/format.js";
import { writePlist } from "../profiles/plist-writer.js";
import type { DeviceWriter } from "./device.js";
import { signer } from "./signer.js";

/**
 * A static rule for Santa that allows the agent helper by who signed it, whatever folder it lies in. It is the member to
 * add to the profile of `com.northpolesec.santa` that a device has: a second profile of that type would compete with it.
 * https://northpole.dev/configuration/keys/
 */
export const santa: DeviceWriter = () => {
	const rule = {
		identifier: `${signer.teamId}:${signer.signingId}`,
		policy: "ALLOWLIST",
		rule_type: "SIGNINGID",
	};
	const file: ProfileFile = {
		name: "santa-static-rules.plist",
		mediaType: "application/xml",
		content: writePlist({ StaticRules: [rule] }),
	};
	return [file];
};
