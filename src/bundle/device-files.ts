import { carriesSecret } from "../configuration/carries-secret.js";
import { timeBound } from "../configuration/time-bound.js";
import type { DeviceRequest, ExpectedSetting } from "../device/device.js";
import { deviceFiles } from "../device/index.js";
import type { NamedProgram } from "../device/programs.js";
import type { PlacedAgentFile } from "../observability/placed-agent-files.js";
import { encodeValue } from "../profiles/encoding.js";
import type { Platform } from "../profiles/format.js";
import type { EncodedSetting } from "../profiles/settings.js";
import { escapedSettingsJson, settingsJson } from "../profiles/settings-json.js";
import { findReferences } from "../reference/walk.js";
import { type BundleFile, sha256 } from "./bundle.js";
import { deliveredValues } from "./delivered-values.js";
import { expectedCode } from "./expected-code.js";
import { type GroupPart, toldApart } from "./part.js";
import type { Shown } from "./shown.js";

/** `groups/<group>/device/<platform>/`: steps, checks and allow rules; the same whatever the secrets are. */
export function bundledDevice(
	part: GroupPart,
	{
		revision,
		programs,
		agentFiles,
		show,
	}: {
		readonly revision: string;
		readonly programs: readonly NamedProgram[];
		readonly agentFiles: readonly PlacedAgentFile[];
		readonly show: Shown;
	},
): BundleFile[] {
	const { identity, platforms } = part;
	const { group } = identity;
	const requests = new Map<Platform | undefined, DeviceRequest>();
	return platforms.flatMap((platform) => {
		const of = toldApart(part, platform);
		const request = requests.get(of) ?? { ...requestOf(part, of, revision, show), programs };
		requests.set(of, request);
		const otherAgents = agentFiles.some((file) => file.platform === platform);
		return deviceFiles(platform, { ...request, otherAgents }).map(({ name, mediaType, content }) => ({
			path: `groups/${group}/device/${platform}/${name}`,
			mediaType,
			content,
			group,
			sensitive: false,
		}));
	});
}

function requestOf(
	part: GroupPart,
	platform: Platform | undefined,
	revision: string,
	show: Shown,
): Omit<DeviceRequest, "programs"> {
	const { identity, preset, fleet, delivery } = part;
	const known: EncodedSetting[] = [];
	const expected = deliveredValues(part, "mdm", platform).map(([name, value]): ExpectedSetting => {
		const isSecret = carriesSecret(name, value) || show(name, value) !== value;
		if (isSecret || findReferences(value).length > 0) return { name };
		const setting = { name, value, text: encodeValue(value) };
		known.push(setting);
		return { name, digest: sha256(setting.text) };
	});
	// By hand and by the install step; either is right.
	const forms = known.length === expected.length ? [settingsJson(known), escapedSettingsJson(known)] : [];
	const managedSettings = [...new Set(forms)].map(sha256);
	const code = expectedCode(part, platform, show);
	return {
		identity,
		preset,
		revision,
		fleet,
		recheckMinutes: timeBound((key) => part.settings[key]?.value).recheckMinutes,
		expected,
		managedSettings,
		...(delivery && { delivery }),
		...(code && { code }),
	};
}
