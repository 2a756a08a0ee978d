{{/*
The services that run, by name: values.defaults with what services.<name> says otherwise, and under "facts" what
files/services.yaml knows. Takes the root; give the result to fromYaml.
*/}}
{{- define "guildhall.services" -}}
{{- $services := dict -}}
{{- $addresses := include "guildhall.backendAddresses" . | fromYaml -}}
{{- range $name, $facts := .Files.Get "files/services.yaml" | fromYaml -}}
{{- $service := mergeOverwrite (deepCopy $.Values.defaults) (deepCopy (index $.Values.services $name | default dict)) -}}
{{- $missing := list -}}
{{- range $facts.needs -}}
{{- if not (index $addresses .) -}}
{{- $missing = append $missing . -}}
{{- end -}}
{{- end -}}
{{- if and $facts.keys (not (and $.Values.push.publicKey $.Values.push.keysSecret)) -}}
{{- $missing = append $missing "push" -}}
{{- end -}}
{{- if and (has $.Values.mode $facts.modes) $service.enabled (not $missing) -}}
{{- $embedded := and (eq $name "storage-proxy") (not $.Values.backends.cassandra.enabled) -}}
{{- $directory := and (eq $name "api") (eq $.Values.backends.objects.kind "directory") -}}
{{- $hasVolume := or $embedded $directory (eq $name "standalone") -}}
{{- $_ := set $service "facts" $facts -}}
{{- $_ := set $service "volumeName" (ternary $facts.volume "" $hasVolume) -}}
{{- $_ := set $service "stateful" (or $embedded (eq $name "standalone")) -}}
{{- $_ := set $service "scaled" (and $service.autoscaling.enabled (ne $.Values.autoscaling.kind "none") (not $service.stateful)) -}}
{{- if $service.stateful -}}
{{- $_ := set $service "replicas" 1 -}}
{{- end -}}
{{- $_ := set $services $name $service -}}
{{- end -}}
{{- end -}}
{{- toYaml $services -}}
{{- end -}}

{{/* "true" for a service that takes part in what goes on inside: it gets the secrets, and a certificate. Takes a service. */}}
{{- define "guildhall.trusted" -}}
{{- if not (and (hasKey .facts "secrets") (not .facts.secrets)) }}true{{ end -}}
{{- end -}}

{{/* Fewest pods that a service has. Takes a service. */}}
{{- define "guildhall.fewest" -}}
{{- ternary .autoscaling.minReplicas .replicas .scaled | int -}}
{{- end -}}

{{/* Most pods that a service has. Takes a service. */}}
{{- define "guildhall.most" -}}
{{- ternary .autoscaling.maxReplicas .replicas .scaled | int -}}
{{- end -}}

{{/*
How long a pod may drain, in seconds: what is set, or as long as it takes to tell every session that it can have, and a
little. The service's own time-out and the pod's grace period both come from this. Takes a service.
*/}}
{{- define "guildhall.drainSeconds" -}}
{{- if .drain.seconds -}}
{{- int .drain.seconds -}}
{{- else -}}
{{- $telling := divf (float64 .sessions.maximum) (float64 .drain.perSecond) | ceil -}}
{{- add (int $telling) (int .drain.settleSeconds) -}}
{{- end -}}
{{- end -}}

{{/* How long the kubelet waits before it kills: preStop, draining, and ten seconds to end the process. Takes a service. */}}
{{- define "guildhall.graceSeconds" -}}
{{- add (int .preStopSeconds) (include "guildhall.drainSeconds" . | int) 10 -}}
{{- end -}}
