#!/bin/sh
# Extension attribute of Jamf Pro, of type text: which settings of Claude Desktop this Mac has, and findings.
# Expected: deployment quickstart, group finance, preset Locked down, settings 14a60489. Run as root.
set -u
managed="/Library/Managed Preferences"
domain="com.anthropic.claudefordesktop"
names="allowedWorkspaceFolders coworkEgressAllowedHosts deploymentDisplayName deploymentOrganizationUuid disableAutoUpdates disableEssentialTelemetry disableNonessentialServices disableNonessentialTelemetry disabledBuiltinTools inferenceCredentialKind inferenceGatewayBaseUrl inferenceModels inferenceProvider isDesktopExtensionEnabled isLocalDevMcpEnabled modelCatalogEnabled otlpEndpoint scheduledTasksEnabled skillCreationEnabled skipWebFetchPreflight"
tab="$(printf '\t')"

# Its values are texts, so that each name and each value of another type has a line of its own in this form.
as_xml() {
	/usr/bin/plutil -convert xml1 -o - "$managed/$domain.plist"
}

# Compares one setting with the SHA-256 of what it should be, or sees that it is there where none is given.
differs() {
	case " $present " in *" $1 "*) ;; *) return 0 ;; esac
	[ -n "$2" ] || return 1
	value="$(/usr/libexec/PlistBuddy -c "Print :$1" "$managed/$domain.plist"; echo x)"
	# Without the line end that the tool adds, and with those of the value.
	value="${value%?x}"
	[ "$(printf %s "$value" | /usr/bin/shasum -a 256 | cut -c 1-64)" != "$2" ]
}

differing() {
	differs allowedWorkspaceFolders "83d09f6f0f1ad00cd04e2588245fa69b2861539d7e12c3a204e4ce922309053b" && echo allowedWorkspaceFolders
	differs coworkEgressAllowedHosts "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945" && echo coworkEgressAllowedHosts
	differs deploymentDisplayName "dd6ab682eb81d04dca560dfd3e2c506549db5e0dee1ba08fc77ea346f9d700be" && echo deploymentDisplayName
	differs deploymentOrganizationUuid "940727ba2c6a72d119e6368da7671dc1fd6abc7fd9328524cabce52d53d02c24" && echo deploymentOrganizationUuid
	differs disableAutoUpdates "b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b" && echo disableAutoUpdates
	differs disableEssentialTelemetry "b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b" && echo disableEssentialTelemetry
	differs disableNonessentialServices "b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b" && echo disableNonessentialServices
	differs disableNonessentialTelemetry "b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b" && echo disableNonessentialTelemetry
	differs disabledBuiltinTools "65a8a989340fccd396ad513b9f13056300a6e7b3af19532fc05b420123c79bb3" && echo disabledBuiltinTools
	differs inferenceCredentialKind "0eb42ac4a5a8a5854f10dee4626428dae886152474ae31a2d2987a50b64a5947" && echo inferenceCredentialKind
	differs inferenceGatewayBaseUrl "644872536101b3bb647b413b4f0ea9b03cda9d49c1bb1fb9620640a04c3e2a40" && echo inferenceGatewayBaseUrl
	differs inferenceModels "5319c049128734e281b086b872d4f7cbb11020fd2655d5b7ec16a8c4efcc587f" && echo inferenceModels
	differs inferenceProvider "4ea5ee68fea05586106890ded5733820bb77d919cda27bc4b8139b7cd33b8889" && echo inferenceProvider
	differs isDesktopExtensionEnabled "fcbcf165908dd18a9e49f7ff27810176db8e9f63b4352213741664245224f8aa" && echo isDesktopExtensionEnabled
	differs isLocalDevMcpEnabled "fcbcf165908dd18a9e49f7ff27810176db8e9f63b4352213741664245224f8aa" && echo isLocalDevMcpEnabled
	differs modelCatalogEnabled "fcbcf165908dd18a9e49f7ff27810176db8e9f63b4352213741664245224f8aa" && echo modelCatalogEnabled
	differs otlpEndpoint "90a734d38ac4e530a9c12aeadeae33715d9d32d04b1341046417c6fd68556ed2" && echo otlpEndpoint
	differs scheduledTasksEnabled "fcbcf165908dd18a9e49f7ff27810176db8e9f63b4352213741664245224f8aa" && echo scheduledTasksEnabled
	differs skillCreationEnabled "fcbcf165908dd18a9e49f7ff27810176db8e9f63b4352213741664245224f8aa" && echo skillCreationEnabled
	differs skipWebFetchPreflight "b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b" && echo skipWebFetchPreflight
	for name in $present; do
		case " $names " in *" $name "*) ;; *) echo "$name" ;; esac
	done
}

report() {
	if [ -f "$managed/$domain.plist" ]; then
		present="$(as_xml | sed -n "s|^$tab<key>\(.*\)</key>\$|\1|p" | tr "\n" " ")"
		different="$(differing | tr "\n" " ")"
		if [ -z "$different" ]; then echo "revision 14a60489"; else echo "revision other than 14a60489: ${different% }"; fi
		unreadable="$(as_xml | awk "/^$tab<key>/ { name = \$0 } /^$tab<(array|data|date|dict)/ { print name }" |
			sed "s|^$tab<key>\(.*\)</key>\$|\1|" | tr "\n" " ")"
		[ -z "$unreadable" ] || echo "unreadable types: ${unreadable% }"
	else
		echo "revision none: no settings of the device"
	fi
	for file in "$managed"/*/"$domain.plist"; do
		[ ! -f "$file" ] || echo "machine beside user: $file wins key by key"
	done
	# This lists the profiles of the device, with their payloads.
	profiles="$(/usr/bin/profiles show -output stdout-xml 2>/dev/null)"
	# By type, or as preferences that are managed: other payloads name the app too, such as those for notifications.
	count="$(printf "%s\n" "$profiles" | awk -v domain="$domain" '
		/<key>PayloadType</ { typed = 1; next }
		(typed && index($0, "<string>" domain "<")) || index($0, "<key>" domain "<") { count++ }
		{ typed = 0 }
		END { print count + 0 }')"
	[ "$count" -le 1 ] || echo "two profiles: $count payloads of $domain; a device belongs to one group"
	case "$profiles" in *"<string>com.anthropic.claudefordesktop.profile</string>"*)
		echo "exported profile: com.anthropic.claudefordesktop.profile is installed; com.example.cowork.quickstart.finance does not replace it, remove it" ;;
	esac
}

echo "<result>$(report)</result>"
