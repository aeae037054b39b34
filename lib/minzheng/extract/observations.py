"""The observation: one row per figure. The columns of every table derive from this class."""
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure with what it measures, where, when and how sure (SDMX's word).

    Values are in base units (万 and 亿 multiplied out, percent stays percent); offsets count characters.
    Codes: region GB/T 2260, 000000 for the nation; period `2021`, `2020-S1`, `2018-Q1`, `2020-05`,
    `2020-01/2020-05`; an empty string where the text does not tell.
    """

    obs_id: str
    doc_id: str
    source: str
    subject: str
    indicator: str
    domain: str
    region: str
    area_scope: str         # whole · own-level · subset
    period: str
    period_kind: str        # point · flow · cumulative
    value: float
    unit: str
    value_min: float        # interval meant by rounding and approximators
    value_max: float
    bound: str              # exact · about · above · below
    measure: str            # level · prior · growth · change · share · multiple · duration
    basis: str              # yoy · mom · unspecified; "" for levels
    sign: str               # "+" or "-" for growth and change, else ""
    of: str                 # obs_ids of the levels that a growth, change or share belongs to, joined by ";"
    status: str             # actual · target
    words: str              # as printed in the raw file: words == raw[raw_start:raw_stop]
    sentence: str           # the decoded sentence
    start: int
    stop: int
    raw_start: int
    raw_stop: int
    rule: str               # the rule that made it, and what it inherited
    flags: str              # ";"-joined doubts
    confidence: float       # 0–1

    def as_row(self) -> dict:
        """The observation as a table row, columns in order."""
        return asdict(self)


COLUMNS = tuple(field.name for field in fields(Observation))
