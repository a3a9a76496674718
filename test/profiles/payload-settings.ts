import { expect } from "vitest";
import { identity } from "./cases.js";
import type { Found } from "./reader.js";

/** The settings of a configuration profile as a program reads it, what is around them checked and taken away. */
export function payloadSettings(profile: unknown): Found {
	const { PayloadContent, PayloadUUID, PayloadDisplayName, ...rest } = profile as Readonly<Record<string, unknown>>;
	expect(rest).toEqual({
		PayloadDescription: "Preset Standard, settings 0a1b2c3d",
		PayloadIdentifier: "com.example.cowork.eu.pilot",
		PayloadOrganization: identity.organization,
		PayloadScope: "System",
		PayloadType: "Configuration",
		PayloadVersion: 1,
	});
	expect(PayloadContent).toHaveLength(1);
	const [payload] = PayloadContent as readonly unknown[];
	return withoutPayload(payload);
}

/** The settings of a payload that has no profile around it to say which settings these are. */
export function withoutDescribedPayload(payload: unknown): Found {
	const { PayloadDescription, ...rest } = payload as Found;
	expect(PayloadDescription).toBe("Preset Standard, settings 0a1b2c3d");
	return withoutPayload(rest);
}

/** The settings of the payload itself. */
function withoutPayload(payload: unknown): Found {
	const { PayloadDisplayName, PayloadIdentifier, PayloadType, PayloadUUID, PayloadVersion, ...settings } =
		payload as Found;
	expect({ PayloadDisplayName, PayloadIdentifier, PayloadType, PayloadVersion }).toEqual({
		PayloadDisplayName: "Claude Desktop",
		PayloadIdentifier: "com.example.cowork.eu.pilot.settings",
		PayloadType: "com.anthropic.claudefordesktop",
		PayloadVersion: 1,
	});
	return settings;
}
