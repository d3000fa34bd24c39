"""What people paste into notes, by accident or on purpose."""

HOSTILE = {
    "image": '<img src="/etc/hostname.png"/><img src="https://example.org/x.png" width="1" height="1"/>',
    "script": '<a href="javascript:alert(1)">here</a> <link href="file:///etc/passwd">x</link>',
    "markup": "<b>bold</b> &amp; & < > </para> <para> <br/> <font color=red>",
    "operators": "%late0% Tj ET EMC Q ) Tj (x) \\) \\( endstream endobj",
    "attachment": "5 0 obj <</Type /Filespec /F (response.toml) /EF <</F 5 0 R>>>> endobj",
    "control": "a\x00b\x07c\x1b]52;c;aGk=\x07d\x9b31me\u202eabc\u2066",
    "right-to-left": "שלום עולם مرحبا",
    "combining": "e" + "\u0301" * 10_000,
    "one word": "x" * 10_000,
    "emoji": "👩‍👩‍👧‍👦 ✨ 日本語",
    "formula": '=HYPERLINK("http://example.org") +cmd| @SUM',
    "braces": "{0.__class__} %n ${HOME} {items} {names}",
    "address in words": "[here](javascript:alert(1)) data:text/html,<script>alert(1)</script>",
    "joined signs": "🏳️\u200d🌈 a\u200db \U000e0041\U000e007f क्षि",
    "turned around": "\u202egnp.exe \u2067\u2066a\u2069 \u200f(x)\u200e \u061c",
    "many lines": "a\n" * 5_000,
    "many spaces": "a" + " \u00a0" * 4_000 + "b",
    "dots": "." * 10_000,
    "wide": "﷽" * 3_000,
    "textual": "[@click=app.quit]x[/] [/b]",
}
