"""One observation in words."""
from minzheng.extract.observations import Observation


def explain(observation: Observation) -> str:
    """One figure in words: what was read, by which rule, what was inherited from where, and how sure that is."""
    quantity = f"{observation.value:,.15g} {observation.unit}".strip()
    place, period = observation.region or "region unknown", observation.period or "period unknown"
    scope = f"{place}, {period} {observation.period_kind}, {observation.status}"
    found = f"{observation.raw_start}–{observation.raw_stop} of {observation.source}"
    measure = f"{observation.measure}{observation.sign}"
    return "\n".join([
        f"{observation.obs_id}: “{observation.words}” at {found}",
        f"  read as {observation.subject}: {quantity} ({measure}; {observation.bound}; {scope})",
        *(f"  {step}" for step in observation.rule.split("; ")),
        *([f"  belongs to {observation.of}"] if observation.of else []),
        f"  doubts: {observation.flags or 'none'}; confidence {observation.confidence:g}",
        f"  sentence: {observation.sentence}",
    ])
