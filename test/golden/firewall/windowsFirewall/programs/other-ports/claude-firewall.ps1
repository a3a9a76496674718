# Claude egress of deployment eu. Run as administrator on Windows 11, Windows Server 2022 or later.
# Needs Microsoft Defender Antivirus from 4.18.2209.7 with Network Protection, and no DNS over HTTPS.
$keywords = @{
	'{e7603d43-9fe8-82f7-84a3-2482dbe17fa0}' = 'git.example.com'
	'{e7603d43-9fe8-83da-8ab7-cff97925bbd0}' = 'example.net'
	'{e7603d43-9fe8-8422-8870-251bbf385b1d}' = 'llm.example.com'
	'{e7603d43-9fe8-88d1-8c2e-33d2430e5239}' = 'otel.example.com'
	'{e7603d43-9fe8-82a1-8052-f1bd649c4145}' = '*.example.net'
}
$rules = @(
	@{ Name = 'pulumi-cowork eu eefddb3248098a1db2b083e23e54d24d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '22'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-82f7-84a3-2482dbe17fa0}'; Description = 'git.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu f8654ce2da947ed9e238fdebe44f7cf4'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '22'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-82f7-84a3-2482dbe17fa0}'; Description = 'git.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 782d0722b439ed749cd3d28388af4aa9'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83da-8ab7-cff97925bbd0}'; Description = 'example.net: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu b50f85e95121d7d55f477cd97a6060de'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83da-8ab7-cff97925bbd0}'; Description = 'example.net: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu f2cd234166d757d7470bf73f687c6238'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83da-8ab7-cff97925bbd0}'; Description = 'example.net: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu fa7b4363743978f45b5909605587dbde'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-83da-8ab7-cff97925bbd0}'; Description = 'example.net: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu ab6c9647f967b8bd3641ad8269521cb5'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 5f131578a2f8a54121c0263cf228ba5a'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 0c07cbb078af9b6c489eb7cbc18c1cda'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 0c931b665093ece615edfdf1cef5178c'; DisplayName = 'pulumi-cowork eu'; Action = 'Block'; Protocol = 'UDP'; RemotePort = '443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu f489080c453addc34fd9183650d5205d'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '4318'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-88d1-8c2e-33d2430e5239}'; Description = 'otel.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu f80254414d1a02936ed35a7d1a73fe10'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '4318'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-88d1-8c2e-33d2430e5239}'; Description = 'otel.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 08bdc8ce31ae30946ea780e532025d51'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-82a1-8052-f1bd649c4145}'; Description = '*.example.net: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 82c4a79ddf807e3dec9a7fd0af4bb961'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-82a1-8052-f1bd649c4145}'; Description = '*.example.net: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
	@{ Name = 'pulumi-cowork eu 04e83cc649bf3c50142f1cd6e63914bf'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)'; Program = '%ProgramFiles%\Claude\Claude.exe' }
	@{ Name = 'pulumi-cowork eu 3858c382363d9427b8a3744e27235f54'; DisplayName = 'pulumi-cowork eu'; Action = 'Allow'; Protocol = 'TCP'; RemotePort = '8443'; RemoteDynamicKeywordAddresses = '{e7603d43-9fe8-8422-8870-251bbf385b1d}'; Description = 'llm.example.com: crash reports (disableEssentialTelemetry)'; Program = 'C:\It''s (a) folder\claude.exe' }
)
$ErrorActionPreference = 'Stop'
try {
	$group = 'pulumi-cowork eu'
	$names = @{}
	foreach ($rule in @(Get-NetFirewallRule -Group $group -ErrorAction SilentlyContinue)) { $names[$rule.Name] = $true }
	$all = @(Get-NetFirewallDynamicKeywordAddress -AllAutoResolve -ErrorAction SilentlyContinue)
	$ids = @($all | ForEach-Object { $_.Id } | Where-Object { $_ -like '{e7603d43-9fe8-8*' })
	$known = @{}
	foreach ($id in $ids) { $known[$id] = $true }
	foreach ($id in $keywords.Keys) {
		if (-not $known.ContainsKey($id)) {
			New-NetFirewallDynamicKeywordAddress -Id $id -Keyword $keywords[$id] -AutoResolve $true | Out-Null
		}
	}
	$wanted = @{}
	foreach ($rule in $rules) {
		$wanted[$rule.Name] = $true
		if (-not $names.ContainsKey($rule.Name)) {
			New-NetFirewallRule @rule -Group $group -Direction Outbound | Out-Null
		}
	}
	foreach ($name in $names.Keys) { if (-not $wanted.ContainsKey($name)) { Remove-NetFirewallRule -Name $name } }
	foreach ($id in $ids) {
		if (-not $keywords.ContainsKey($id)) { Remove-NetFirewallDynamicKeywordAddress -Id $id }
	}
	exit 0
} catch {
	Write-Output "The rules of Claude could not be set: $_"
	exit 1
}
