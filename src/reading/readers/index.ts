import { isReadable } from "../../profiles/format.js";
import { knownFormats } from "../../profiles/known.js";
import { ansibleTasks } from "./ansible-tasks.js";
import { graphBody } from "./graph-body.js";
import { installScript } from "./install-script.js";
import { nestedJson } from "./nested-json.js";
import { powershellScript } from "./powershell.js";
import type { DeviceFileReader } from "./reader.js";

/** Everything that is read: formats that are written too, what carries one of them, and exports of the app. */
export async function deviceFileReaders(): Promise<readonly DeviceFileReader[]> {
	const formats = await Promise.all(Object.values(knownFormats).map(({ load }) => load()));
	return [...formats.filter(isReadable), powershellScript, installScript, ansibleTasks, graphBody, nestedJson];
}
