{{/* What the HorizontalPodAutoscaler and the ScaledObject have in common. */}}

{{/*
What a service scales on beside processor time, as a list of metric and what each pod may have of it. Takes root and service; give the result to
fromYamlArray.
*/}}
{{- define "guildhall.scalingLoads" -}}
{{- $loads := list -}}
{{- if .root.Values.autoscaling.onSessions -}}
{{- $scaling := .service.autoscaling -}}
{{- if and $scaling.sessions .service.facts.sessions -}}
{{- $loads = append $loads (dict "metric" .service.facts.sessions.metric "target" (int $scaling.sessions | toString)) -}}
{{- end -}}
{{- if and $scaling.lag .service.facts.lag -}}
{{- $loads = append $loads (dict "metric" .service.facts.lag.metric "target" (int $scaling.lag | toString)) -}}
{{- end -}}
{{- end -}}
{{- toYaml $loads -}}
{{- end -}}

{{/*
How fast pods come and go. They come at once, since clients wait for them. They leave a few at a time, the next only when
the ones before had time to drain: the period is the pods' whole grace period. Takes root and service.
*/}}
{{- define "guildhall.scalingBehavior" -}}
{{- $scaling := .root.Values.autoscaling -}}
scaleUp:
  stabilizationWindowSeconds: 0
  selectPolicy: Max
  policies:
    - type: Percent
      value: 100
      periodSeconds: 15
    - type: Pods
      value: 4
      periodSeconds: 15
scaleDown:
  stabilizationWindowSeconds: {{ int $scaling.scaleDownAfterSeconds }}
  selectPolicy: Min
  policies:
    - type: Pods
      value: {{ int $scaling.scaleDownPods }}
      periodSeconds: {{ min 1800 (max 60 (include "guildhall.graceSeconds" .service | int)) }}
{{- end -}}
