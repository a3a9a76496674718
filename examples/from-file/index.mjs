import * as pulumi from "@pulumi/pulumi";
import { deploymentOfFile } from "pulumi-cowork";

const config = new pulumi.Config();

const deployment = await deploymentOfFile("deployment.yaml", {
	// In the place of { fromEnv: GATEWAY_KEY }, which the command reads from the environment.
	secrets: { GATEWAY_KEY: config.requireSecret("gatewayKey") },
});

/** What the perimeter must allow. */
export const hosts = deployment.egress.hosts.map(({ host }) => host);
/** Where the files are. */
export const published = Object.fromEntries(deployment.published.map(({ store, location }) => [store, location]));
