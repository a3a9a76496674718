import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Without warnings and without secrets. */
export const plain = `name: eu
organization:
  name: Example Corp
  uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11
  identifier: com.example.cowork
inference:
  gateway:
    baseUrl: https://llm.example.com
    signIn: { interactive: {} }
groups:
  pilot:
    preset: none
    platforms: [linux]
    settings: { disableAutoUpdates: true }
`;

/** With a secret that every profile carries. */
export const withSecret = plain.replace("interactive: {}", "apiKey: { fromEnv: GATEWAY_KEY }");

/** With three mistakes and a warning. */
export const broken = `name: EU
organization: { name: Example Corp }
inference:
  gateway:
    baseUrl: https://llm.example.com
    signIn: { interactive: {} }
settings:
  otlpEndpont: https://otel.example.com
groups:
  pilot: { preset: standrad }
`;

/** A deployment from its groups on replaced. */
export function withEnd(text: string, end: string): string {
	return text.slice(0, text.indexOf("groups:")) + end;
}

/** Writes a deployment file below a folder and returns its path. */
export function write(folder: string, text: string, name = "deployment.yaml"): string {
	const file = path.join(folder, name);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
	return file;
}
