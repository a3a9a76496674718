import type { JsonObject } from "../../json.js";
import { collectorVersion } from "../collector/collector-version.js";
import { pseudonymKey } from "../collector/redaction.js";
import { listenVariable, receivedVariable } from "./local-collector.js";

const userVariable = "COWORK_USER";

/** One's own, by its digest: the same machine then runs the same bytes whatever the registry says of a version. */
export const imageVariable = "COWORK_IMAGE";

const image = `docker.io/otel/opentelemetry-collector-contrib:${collectorVersion}`;

/**
 * The local collector in a container that nothing but the machine reaches, and that can do nothing but write what it
 * got. https://docs.docker.com/reference/compose-file/
 */
export const composeFile: JsonObject = {
	name: "cowork-local",
	services: {
		collector: {
			image: `\${${imageVariable}:-${image}}`,
			command: ["--config", "/etc/cowork/collector.yaml"],
			user: `\${${userVariable}:?set it to the user and the group that own the folder received}`,
			environment: {
				[listenVariable]: "0.0.0.0",
				[receivedVariable]: "/received",
				// Pseudonyms of one test machine are no secret.
				[pseudonymKey]: "local",
			},
			ports: [4317, 4318, 13133].map((port) => `127.0.0.1:${port}:${port}`),
			volumes: ["./collector.yaml:/etc/cowork/collector.yaml:ro", "./received:/received"],
			read_only: true,
			cap_drop: ["ALL"],
			security_opt: ["no-new-privileges:true"],
		},
	},
};
