"""The colours of the interface by role, in light, dark and high contrast."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme. Colours are `#RRGGBB`; `edge` is the width of lines round controls in px."""

    name: str
    dark: bool
    edge: int
    window: str
    panel: str
    paper: str
    raised: str
    hover: str
    line: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    focus: str
    on_accent: str
    soft: str
    selection: str
    selection_text: str
    warn: str
    warn_ground: str
    danger: str
    danger_ground: str
    good: str
    good_ground: str
    toast: str
    toast_text: str
    toast_link: str

    @property
    def high(self) -> bool:
        """Whether this is the high-contrast scheme: thicker edges, no shadow, no dimming."""
        return self.name == "contrast"

    def colors(self) -> dict[str, str]:
        """Every colour by its role's name."""
        return {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name not in ("name", "dark", "edge")
        }


def _scheme(name: str, dark: bool, edge: int, colors: str) -> Tokens:
    return Tokens(name, dark, edge, *(f"#{color}" for color in colors.split()))


LIGHT = _scheme(
    "light",
    False,
    1,
    "F1F0ED FAF9F7 FFFFFF FFFFFF ECEAE6 E0DED9 8C8A84 1D1F21 50545A 61656C 2256A3 2256A3 FFFFFF DFE9F7 "
    "C9DCF5 1D1F21 7A4F00 FFF3D6 A9271F FBE7E4 1C6443 E2F2E9 2A2C30 F4F3F0 9CC2FF",
)
DARK = _scheme(
    "dark",
    True,
    1,
    "17181A 1F2124 1B1C1F 2A2C30 2B2E33 33363B 7F838A E4E2DD B9BBBF A0A3AA 8DB5F2 8DB5F2 10203A 26374F "
    "2F4F7D E4E2DD E9BD62 3A2E14 F2958C 43211F 7FCBA4 1B3529 E4E2DD 1D1F21 1F4F96",
)
CONTRAST = _scheme(
    "contrast",
    True,
    2,
    "000000 000000 000000 000000 1F1F1F FFFFFF FFFFFF FFFFFF FFFFFF E0E0E0 FFD84A 4FE3FF 000000 3A3200 "
    "FFD84A 000000 FFD84A 000000 FF9A92 000000 7DF0B0 000000 FFFFFF 000000 00309C",
)
SCHEMES = {tokens.name: tokens for tokens in (LIGHT, DARK, CONTRAST)}
