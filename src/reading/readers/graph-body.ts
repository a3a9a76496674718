import type { JsonObject, JsonValue } from "../../json.js";
import type { Decoding } from "../../profiles/format.js";
import { intunePreferenceFile } from "../../profiles/intune-preference-file.js";
import { hasMember, readJsonObject } from "../../profiles/json-document.js";
import { mobileconfig } from "../../profiles/mobileconfig.js";
import { unreadable } from "../../profiles/read-text.js";
import { policySettings } from "./oma-uri.js";
import { powershellScript } from "./powershell.js";
import type { DeviceFileReader } from "./reader.js";

/** What each type of object in Microsoft Graph holds the settings in. */
const types: Readonly<Record<string, (body: JsonObject) => Decoding | Promise<Decoding>>> = {
	macOSCustomConfiguration: ({ payload }) => within(payload, mobileconfig),
	macOSCustomAppConfiguration: ({ configurationXml }) => within(configurationXml, intunePreferenceFile),
	deviceHealthScript: ({ remediationScriptContent }) => within(remediationScriptContent, powershellScript),
	windows10CustomConfiguration: ({ omaSettings }) => policySettings(omaSettings),
};

const prefix = "#microsoft.graph.";

/** An object of Microsoft Graph: the body of the call that creates it, or what a call answers. */
export const graphBody: DeviceFileReader = {
	title: "Microsoft Graph object",

	recognizes: (bytes) => hasMember(bytes, "@odata.type"),

	async decode(bytes) {
		const { value: body, problems } = readJsonObject(bytes);
		if (!body) return { problems };
		const type = body["@odata.type"];
		const name = typeof type === "string" ? type.slice(prefix.length) : "";
		const read = Object.hasOwn(types, name) ? types[name] : undefined;
		if (!read) return unreadable(`is an object of another type; expected one of ${Object.keys(types).join(", ")}`);
		return read(body);
	},
};

function within(
	written: JsonValue | undefined,
	reader: Pick<DeviceFileReader, "decode">,
): Decoding | Promise<Decoding> {
	const digits = typeof written === "string" ? written.replace(/\s/g, "") : undefined;
	if (digits === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return unreadable("its content is no base64");
	return reader.decode(new Uint8Array(Buffer.from(digits, "base64")));
}
