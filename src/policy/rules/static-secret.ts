import { findKey } from "../../configuration/catalogue.js";
import { isDeliveredBy } from "../../configuration/delivered-by.js";
import { isCredential } from "../../configuration/managed-key.js";
import { isJsonObject, type JsonValue } from "../../json.js";
import { matchesAny } from "../../pattern.js";
import { eachGroup, type PolicyGroup } from "../each-group.js";
import { parameters, patterns } from "../parameters.js";
import { definePolicyRule } from "../policy-rule.js";

/** Profiles hold it in clear: MDM's administrators and whoever reads the device have it, and it is the same for all. */
export const staticSecret = definePolicyRule<{ readonly allow: readonly string[] }>({
	id: "static-secret",
	title: "device management hands out no credential",
	why: "A credential in a profile is the same for everybody, lies on every device in clear, and ends only when somebody changes it.",
	fix: "Let people sign in (interactive, identityCenter, workforce, entra, idp), use a helper that fetches a short-lived token, or deliver the settings from a server.",
	severity: "error",
	parameters: parameters({ allow: patterns("Keys that may hold one all the same.") }),
	check: (deployment, { allow }) =>
		eachGroup(deployment, (group) =>
			Object.entries(group.group.settings)
				.filter(([key, { value }]) => isHandedOut(group, key) && holdsSecret(key, value) && !matchesAny(allow, key))
				.map(([key]) => group.ofKey(key, "puts a credential into the profiles of devices")),
		),
});

function isHandedOut({ group }: PolicyGroup, key: string): boolean {
	return group.delivery === "mdm" || isDeliveredBy("mdm", key);
}

/** What provisioning creates for a key that is a credential is one, too, before anybody knows it. */
function holdsSecret(name: string, value: JsonValue): boolean {
	const key = findKey(name);
	return (key !== undefined && isCredential(key)) || hasReference(value);
}

function hasReference(value: JsonValue): boolean {
	if (Array.isArray(value)) return value.some(hasReference);
	if (!isJsonObject(value)) return false;
	const names = Object.keys(value);
	if (names.length === 1 && isJsonObject(value.secret)) return true;
	return Object.values(value).some(hasReference);
}
