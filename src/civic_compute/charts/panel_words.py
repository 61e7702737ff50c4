"""Words of the picture of a panel's composition."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class PanelWords:
    language: str  # decides how numbers are written
    title: str
    described: str  # {members}, {categories}, {outside}
    none: str
    more: str  # {count}
    category: str
    value: str
    panel: str
    pool: str
    quota: str
    outside: str
    share_of_panel: str
    share_of_pool: str
    few: str  # {least}
    percent: str  # {} is the number
    axis: str


PANEL_WORDS: Final[Mapping[str, PanelWords]] = {
    "fi": PanelWords(
        language="fi",
        title="Paneelin kokoonpano",
        described="Paneelissa on {members} jäsentä. Kuvassa on {categories} ominaisuutta ja niiden kiintiöt;"
        " kiintiön ulkopuolella on {outside} kohtaa. Samat luvut ovat taulukossa.",
        none="Paneelille ei ole kiintiöitä.",
        more="Loput rivit ({count}) ovat taulukossa.",
        category="Ominaisuus",
        value="Arvo",
        panel="Paneelissa",
        pool="Ilmoittautuneista",
        quota="Kiintiö",
        outside="ei kiintiössä",
        share_of_panel="Osuus paneelista",
        share_of_pool="Osuus ilmoittautuneista",
        few="alle {least} henkilöä",
        percent="{} %",
        axis="Osuus",
    ),
    "sv": PanelWords(
        language="sv",
        title="Panelens sammansättning",
        described="Panelen har {members} medlemmar. Bilden visar {categories} egenskaper och deras kvoter; {outside}"
        " rader är utanför kvoten. Samma siffror finns i tabellen.",
        none="Panelen har inga kvoter.",
        more="De övriga raderna ({count}) finns i tabellen.",
        category="Egenskap",
        value="Värde",
        panel="I panelen",
        pool="Av de anmälda",
        quota="Kvot",
        outside="utanför kvoten",
        share_of_panel="Andel av panelen",
        share_of_pool="Andel av de anmälda",
        few="under {least} personer",
        percent="{} %",
        axis="Andel",
    ),
    "en": PanelWords(
        language="en",
        title="Composition of the panel",
        described="The panel has {members} members. The picture shows {categories} characteristics and their quotas;"
        " {outside} rows are outside the quota. The same numbers are in the table.",
        none="The panel has no quotas.",
        more="The other rows ({count}) are in the table.",
        category="Characteristic",
        value="Value",
        panel="In the panel",
        pool="Of the volunteers",
        quota="Quota",
        outside="outside the quota",
        share_of_panel="Share of the panel",
        share_of_pool="Share of the volunteers",
        few="fewer than {least} persons",
        percent="{}%",
        axis="Share",
    ),
}
