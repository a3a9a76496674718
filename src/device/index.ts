import type { Platform, ProfileFile } from "../profiles/format.js";
import { appLocker } from "./app-locker.js";
import { codeCheck } from "./code-check.js";
import type { DeviceRequest, DeviceWriters } from "./device.js";
import { linuxCheck } from "./linux-check.js";
import { macosCheck } from "./macos-check.js";
import { osquery } from "./osquery.js";
import { rollout } from "./rollout.js";
import { santa } from "./santa.js";
import { windowsCheck } from "./windows-check.js";

const writers: DeviceWriters = {
	macos: [rollout("macos"), macosCheck, codeCheck("macos"), osquery("macos"), santa],
	windows: [rollout("windows"), windowsCheck, codeCheck("windows"), osquery("windows"), appLocker],
	linux: [rollout("linux"), linuxCheck, codeCheck("linux"), osquery("linux")],
};

/** What stands around a group's profiles on one platform: steps, checks and allow rules for devices. */
export function deviceFiles(platform: Platform, request: DeviceRequest): readonly ProfileFile[] {
	return writers[platform].flatMap((write) => write(request));
}
