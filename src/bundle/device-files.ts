import { carriesSecret } from "../configuration/carries-secret.js";
import type { ExpectedSetting } from "../device/device.js";
import { deviceFiles } from "../device/index.js";
import { encodeValue } from "../profiles/encoding.js";
import type { EncodedSetting } from "../profiles/settings.js";
import { escapedSettingsJson, settingsJson } from "../profiles/settings-json.js";
import { findReferences } from "../reference/walk.js";
import { type BundleFile, sha256 } from "./bundle.js";
import { deliveredValues } from "./delivered-values.js";
import { expectedCode } from "./expected-code.js";
import type { GroupPart } from "./part.js";
import type { Shown } from "./redact.js";

/** `groups/<group>/device/<platform>/`: steps, checks and allow rules; the same whatever the secrets are. */
export function bundledDevice(part: GroupPart, revision: string, show: Shown): BundleFile[] {
	const { identity, platforms, preset, delivery } = part;
	const { group } = identity;
	const known: EncodedSetting[] = [];
	const expected = deliveredValues(part, "mdm").map(([name, value]): ExpectedSetting => {
		const isSecret = carriesSecret(name, value) || show(name, value) !== value;
		if (isSecret || findReferences(value).length > 0) return { name };
		const setting = { name, value, text: encodeValue(value) };
		known.push(setting);
		return { name, digest: sha256(setting.text) };
	});
	// By hand and by the install step; either is right.
	const forms = known.length === expected.length ? [settingsJson(known), escapedSettingsJson(known)] : [];
	const managedSettings = [...new Set(forms.map(sha256))];
	const code = expectedCode(part, show);
	const request = {
		identity,
		preset,
		revision,
		expected,
		managedSettings,
		...(delivery && { delivery }),
		...(code && { code }),
	};
	return platforms.flatMap((platform) =>
		deviceFiles(platform, request).map(({ name, mediaType, content }) => ({
			path: `groups/${group}/device/${platform}/${name}`,
			mediaType,
			content,
			group,
			sensitive: false,
		})),
	);
}
