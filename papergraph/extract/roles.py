"""What a paper does with a thing, from the sentence that names it."""

import re

from papergraph.model import Role

_CLOSE = "'\"’”)]`"
_NAME = r"['\"‘“]?[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9_\-.@&+]*(?: (?!(?:and|or) )[A-Za-z0-9][A-Za-zÀ-ɏ0-9_\-.@&+]*)*['\"’”]?"
_VALUE = r"(?:의 (?:[가-힣]{2,3} )?\d[\d.,]*(?:%p?| ?dB|점|배| ?포인트)?)"
_LIST = re.compile(
    rf"(?:{_VALUE}?(?:\s*(?:와|과|나|및|또는|그리고|, 그리고|,|·|/)\s*|,?\s+(?:and|or)\s+){_NAME}(?:\s*\([^)]*\))?)+"
)
_BRACKET = re.compile(r"\s*\([^)]{0,100}\)")
_OPEN = " '\"‘“"
_TAIL_LIMIT = 110
_HEAD_LIMIT = 70

_KO_BEATS = (
    r"뛰어넘|능가|상회|압도|앞서|앞섰|앞선|앞섭|앞질|초과[하한해했]|초월|넘어서|넘어섰|넘어선|넘어섭|제치|제쳤|제친|"
    r"웃도|웃돌|이겼|이긴|따돌|추월"
)
_KO_BEAT = f"(?:{_KO_BEATS})"
_KO_COMPARE = re.compile(
    r"^(?!(?:[은는이가을를]|으?로|된|한|\s결과)\s)(?:(?!에서)(?:[^.,]|\.(?=\d))){0,22}?"
    r"(?:(?<!\s)보다|대비|비해|비하[여면]|[와과] 비교|[와과]의 (?:\w+ )?비교|[와과](?:는)? 달리|[와과] 대조|"
    r"[와과] (?:유사|비슷)한 (?:결과|성능|수준)|[와과] 동일한 (?:수준|성능)|에 필적|[와과] (?:동등|대등)|"
    r"[와과에] (?:견[주줄]|맞먹)|에 근접|[와과]도? 겨[루룰]|에 못 ?미|에(?:는)? 미치지 못)"
    r"|^[을를] 비롯한 [^.]{0,40}?보다\s"
    r"|^(?![이가]\s)(?:(?!에서|통해|(?<!같)[은는을를] )(?:[^.]|\.(?=\d))){0,45}?"
    rf"(?:[을를] (?:[가-힣\d.%]+ ){{0,3}}{_KO_BEAT}|보다 (?:우수|높은 성능|뛰어난))"
    rf"|^{_VALUE}[을를] (?:[가-힣]+ ){{0,2}}넘"
    rf"|^{_VALUE}에서 \d[\d.,]*[^\s.,]*로 [가-힣]"
    r"|^[을를] (?:[가-힣]+ ){0,2}넘[었는]"
)
# What a sentence lists as the things it compares with: 비교 대상은 DPO, SLiC, CSFT입니다.
_KO_COMPARED = re.compile(
    r"(?:비교군|비교 ?대상|비교 기준|기준선|베이스라인|대조군)(?:은|는|으로는|에는|으로) (?:(?!이며|이고|였고)[^.])*$"
)
_KO_CUE = re.compile(
    r"(?P<introduces>제안|소개|도입|개발|제시|구축|선보|고안|설계|명명|공개|출시|발표|제공|구성된 새로운|창안|정의|"
    r"제작|마련)"
    r"|(?P<compares>능가|뛰어넘|보다 (?:우수|높|뛰어|빠)|비교)"
    r"|(?P<uses>사용|활용|이용|채택|적용|기반|통해|통합|결합|바탕|확장|훈련|학습|미세|파인튜닝|수행|토대|구성|구현)"
)
_KO_OBJECT = re.compile(
    r"^\s?(?:(?:\s?[가-힣A-Za-z0-9\-]*[^\s에로은는이가한된와과의,.]){1,3})?[을를](?=\s|$)|^\s*(?:이?라고|"
    r"이?라) 명명|^\s*(?:이|가)\s(?:새롭게 )?$"
)
_KO_PARTICLE = re.compile(r"[을를와과]\s")
_KO_CALLED = re.compile(r"^\s*(?:이?라는|이?라고 (?:하는|불리는|명명)|이?라 (?:불리는|불리우는|명명|부르는|칭하는))")
_KIND = (
    r"(?:방법|방법론|접근법|접근방식|방식|모델|프레임워크|기법|데이터셋|데이터세트|벤치마크|알고리즘|패러다임|"
    r"프로토콜|시스템|파이프라인|아키텍처|메커니즘|모듈|전략|기술|도구|지표|"
    r"코퍼스|네트워크|플랫폼|에이전트|라이브러리|툴킷)"
)
_KO_NEW_KIND = re.compile(
    rf"(?:새로운|신규|혁신적인|최초의|독창적인)(?: [^\s.,]+){{0,5}} (?:{_KIND}|기준|지표|데이터)(?:인,?)? ['\"‘“`]?$"
)
_KO_SUBJECT = re.compile(
    r"^\s*(?:[가-힣]{1,6} )?(?:은|는|이|가)(?=\s)|^\s*(?:모델|프레임워크|데이터셋|벤치마크|방법|시스템|방법론|"
    r"파이프라인|모듈|알고리즘)(?:은|는|이|가)(?=\s)"
)
_KO_GROUND = re.compile(
    r"^\s?(?:(?:등의?|같은|[와과] 같은|등과 같은|데이터셋|데이터세트|벤치마크|테스트|코퍼스|시험셋|평가|과제|"
    r"태스크|\d+개의?|여러|다양한|주요|공개|표준|세트|데이터|[가-힣]{2,5}적|[가-힣]{2,4}) ?){0,6}?"
    r"(?:상?에서(?:의|도|는)?|에 대한 (?:실험|평가)|에 대해 (?:평가|실험)|[을를으]?로? (?:평가|실험|테스트)|"
    r"[을를] (?:평가 )?(?:대상|기준)으로|상의|셋에서)(?=[\s,.]|$)"
)
_KO_OURS = re.compile(
    r"(?:우리의|우리가|저자들이|연구진이|연구팀이|제안된|제안하는|제안한|본 연구의|본 논문의)"
    r"(?: [^\s.,]*[^\s.,은는이가을를서로]){0,3}\s*['\"‘“]?$"
)
_KO_GAINS_OVER = re.compile(
    r"^(?: [^\s]+)?[을를] (?:(?![을를] )[^.]){0,30}\d[\d.]*(?:%|배|점|포인트)[^.]{0,8}(?:개선|앞|향상|넘)"
)
_KO_BACKGROUND = re.compile(r"(?:기존|이전|전통적|종래|과거|최근|그동안|선행|일반적)[가-힣]{0,2}(?: [^\s]+){0,3}\s*$")
# The patterns that end at the name are tried only where one of their words stands: most heads have none.
_KO_COMPARE_WORD = re.compile(
    r"보다|대비|비해|비하|비교|달리|대조|유사한|비슷한|동일한|필적|동등|대등|견[주줄]|맞먹|근접|겨[루룰]|"
    r"못 ?미|미치지|넘|에서 \d|" + _KO_BEATS
)
_KO_PASSIVE = re.compile(
    r"^[이가] (?:새롭게 |처음 |최근 )?(?:도입|제안|소개|개발|공개|제시|발표)(?:되었|됐|됩|되며|되어)"
    r"|^이?라는 [^.,]{2,30}[이가] (?:새롭게 )?(?:도입|제안|소개|개발|공개|제시|발표|구축)(?:되었|됐|됩)"
)
_KO_BEFORE = re.compile(r"^(?:의|[이가]) (?:처음 )?(?:출시|등장|도입|공개)(?:된|한)? ?(?:이후|후)")
_CITED = re.compile(r"[`'\"’”]?\s?\([A-Z][^()]{2,80}?\b(?:19|20)\d\d[a-z]?[^()]*\)")
_KO_MADE = re.compile(
    r"^ ?(?:데이터 ?셋|데이터 ?세트|벤치마크|코퍼스)[을를] [^.,]{0,24}?(?:생성|수집|제작|마련|구축|구성)(?:하|했|합|해)"
)
_KO_TAKEN = re.compile(r"^(?: 등)?\)?[을를] (?:[가-힣]+ )?(?:사용|활용|이용)(?:하여|해|한|하고|했|합)")
# What the paper does without: 정책 경사를 계산하는 대신 stays out, for it is the computing that is left.
_KO_LEFT = re.compile(
    r"^(?:이?나 [^.,]{2,14}?)?(?: [가-힣]{2,4})?(?: ?대신(?:에)?(?=[\s,])|[을를] (?:쓰|사용하|이용하|활용하)지 않|"
    r"[이가을를] (?:필요 ?없|필요로? ?하지 않|필요로 하지)|[이가] 없[는이어고])"
)
# The same of a term: 미세 조정 없이, 미세 조정할 필요 없이.
_KO_WITHOUT = re.compile(r" ?(?:할 |이 |을 |를 )?(?:필요 ?)?없이")
# What another name is told to be: 새로운 3D Gaussian 프레임워크인 MotionGS, 데이터스토어인 MassiveDS.
_KO_TELLS_KIND = re.compile(r"(?: [가-힣]+){0,2}인 ['\"‘“`]?[A-Z]")
_KO_OUTCOME = re.compile(
    r"(?:새로 (?:만든|구축한|수집한|제작한|공개한|마련한)|(?:그|이) 결과물?인|함께 (?:공개|제공)(?:된|한|되는|하는))"
    r" ['\"‘“]?$"
)
_KO_NEW_WORD = re.compile(r"새로|신규|혁신|최초|독창|첫")
_KO_OURS_WORD = re.compile(r"우리|저자들|연구진|연구팀|제안|본 ")
_KO_NEW = re.compile(r"(?:새로운|신규|혁신적인|최초의|독창적인|첫)(?: [^\s.]+){0,6}\s*['\"‘“]?$")
_NEAR = 40
_FAR = 300
_MEASURED = re.compile(
    r"\d\s?(?:%|배|x\b|점|포인트|percent|point)|지표|점수|스코어|메트릭|달성|기록|최고|가장|측정|metric|score|"
    r"achiev|measured",
    re.IGNORECASE,
)
_KO_TROUBLE = re.compile(
    r"이루었으나|있으나|했으나|였으나|보였으나|하지만|있지만|했지만|이지만|그러나|여전히|한계가|한계를|어려움|"
    r"도전 과제|도전적|의 출시|많은 연구|급증|문제가 있|문제는|부족한 문제|못했|못하는|예로는|"
    r"출현|등장하|등장으로|각광|주목받|주목을 받|부상하|부상했|가장 유명한"
)
_KO_TRAINED = re.compile(r"(?:훈련된|학습된|훈련한|학습한|개발된|개발한|구축한|튜닝된|튜닝한) ['\"‘“]?$")
_KO_PRESENTED = re.compile(r"^(?:이?라는 [^.,]{0,30}?)?[을를] (?:[가-힣]+ )?(?:제안|소개|제시|선보)(?!된)")
_KO_GROUNDWORK = re.compile(
    r"^(?: ?(?:기법|방법론?|방식|알고리즘|모델|이론|프레임워크|구조|아키텍처))?"
    r"(?:[을를] (?:기반|바탕|토대)으로|에 (?:기반|바탕|근거))"
)
_KO_TOOL = re.compile(
    r"^(?:[을를으]로? ?(?:[가-힣]+ ){0,2}?(?:사용|활용|이용|적용|통해|통한|기반|바탕)|이며|이다|입니다|이고)"
)
_EN_PRESENTED = re.compile(r"\b[Ww]e (?:\w+ )?(?:introduce|propose|present) (?:the )?$")
_KO_MODEL_SUBJECT = re.compile(r"^\s*모델(?:은|는|이|가)\s")
_KO_SUCCESS = re.compile(r"최고|가장|우수|좋은 성|뛰어난|능가|달성|기록")
_KO_APPOSITION = re.compile(rf"{_KIND}인,? ['\"‘“]?$")

PRESENTS = re.compile(
    r"(?:프레임워크|방법|방법론|접근법|방식|모델|기법|데이터셋|데이터세트|벤치마크|알고리즘|패러다임|프로토콜|"
    r"시스템|파이프라인|아키텍처|메커니즘|도구|코퍼스|플랫폼|에이전트|라이브러리|"
    r"툴킷|토크나이저|기술|모음)(?:입니다|이다|로,|으로,|로서)|(?:를|을) (?:제안|소개|제시)"
)

# What stands between a cue and the name: words of one phrase, and the names listed before it.
_EN_GAP = r"(?:(?! (?:on|across|in|while|which|that|when|where|whereas|but) )(?:[^.;()]|\.(?=\d)|\([^()]*\)))*$"
_EN_INTRODUCES = re.compile(
    r"\b(?:(?:we|paper|work|study|report|authors?|team|and|to|also|further|then|here|therefore|thus|first|is|are|it|"
    r"while|\w+ly) |,\s|^)"
    r"(?:\w+ly )?(?:present|introduce|propose|develop|release|construct|create|build|design|contribute|unveil|call|dub|"
    r"term|name|open-source|curate|describe|offer|devise|publish|compile|formulate|collect|establish)s?(?:d|ed|ing)?\b"
    r"(?:(?! (?:with|using|by|on|over|to|from|that|which|than|via|of|at|such as|like|when|so) )(?:[^.;(]|\.(?=\d)))*$",
    re.IGNORECASE,
)
_EN_OWN_PHRASE = re.compile(
    r"(?:\b[Oo]ur (?:\w+[- ]){0,5}|\b(?:new|novel) (?:[\w-]+ ){0,6}(?:called |named |dubbed )?|\b(?:called|named|"
    r"dubbed|termed) |\bThe first |\b[Tt]he (?:resulting|outcome is|result is) (?:[\w-]+ )?|\bvariant, |"
    r"\b(?:two|three|four|five|six)(?! [^:(]*(?:benchmark|dataset|task|model|setting|domain|language|"
    r"metric|tool))(?: [\w-]+){1,3} ?[:(] ?[^.;)]*)$"
)
_EN_COMPARES = re.compile(
    r"(?:\b(?:outperform|surpass|exceed|beat|match|outpac|rival|trail|dominat|replac)(?:s|es|e|ed|d|ing)?\b|"
    r"\b(?:compared? (?:to|with|against)|(?:in )?comparison (?:to|with)|better than|faster than|superior to|"
    r"improv\w+ (?:up)?on|"
    r"(?:gain|improv|increas|reduc|lead|advantage|win)\w*[^.;,]{0,40} over|"
    r"(?<!more )(?<!less )(?<!fewer )than(?: that of| those of)?|"
    r"(?:above|below|behind|over) (?:the )?\d\S* (?:of|for|by)|"
    r"prefer\w* [^.;,]{0,40} (?:to|over)(?: that of| those of)?|"
    r"ahead of|versus|vs\.?|relative to|on (?:a )?par with|competitive with|comparable (?:to|with)|inferior to|"
    r"against|baselines?(?: such as| like|:)?|competitors?|takes? the place of|instead of|rather than|"
    r"on a level with|"
    r"\d[^.;,]{0,12} (?:above|below|behind|over)|state-of-the-art (?:methods|models|systems|approaches))\b)" + _EN_GAP,
    re.IGNORECASE,
)
_EN_AGAINST = re.compile(
    r"\b(?:versus|vs\.?|against|compared (?:to|with)|than|whereas|while)\b[^.;]{0,50}\d\S* "
    r"(?:for|of|with|by) (?:the )?$",
    re.IGNORECASE,
)
_EN_CONTRAST = re.compile(r"^(?:[Bb]y|[Ii]n) (?:contrast|comparison), (?:[\w\-]+, ){0,3}$")
_EN_EVALUATES = re.compile(
    r"(?:\b(?:evaluat\w+|experiments?|test(?:ed|s)?|results?|benchmarks?|score[sd]?|accuracy|performance|validated?|"
    r"assess\w*|datasets?|average|improve\w*|gains?|achiev\w+|reach\w*|attain\w*|obtain\w*|report\w*|studied|verif\w+|"
    r"outperform\w*|surpass\w*|state of the art|SOTA|\d%?)[^.;]*\b(?:on|across|in|including|like|over|"
    r"such as)\b(?:(?! (?:with|using|by|for|of|to|via|from|than|over) )[^.;])*|"
    r"(?:^|[;,:] |\band )[Oo]n (?:the )?(?:[\w\-]+ ){0,3})$",
    re.IGNORECASE,
)
_EN_APPOSITION = re.compile(
    r"^ ?, (?:an?|our) [^.,;]{0,60}\b(?:framework|method|model|dataset|benchmark|system|approach|pipeline|"
    r"algorithm|library|toolkit|agent|architecture|suite|corpus|technique|strategy)\b"
)
_EN_OWN_TAIL = re.compile(
    r"^ ?, (?:as we (?:call|name|term|dub)|which we (?:\w+ )?"
    r"(?:creat|collect|buil|introduc|propos|develop|releas|design)\w*)\b"
)
_EN_BASELINE = re.compile(
    rf"^(?:{_LIST.pattern})? (?:serves?|acts?|(?:is|are|was|were) (?:used )?) ?as (?:our |the |a )?"
    r"(?:[\w-]+ )?baselines?\b"
)
_EN_MENTIONS = re.compile(
    r"\b(?:existing|prior|previous|recent|traditional|conventional|current|unlike|such as|like|"
    r"unifies)\b[^.;]*$|\be\.g\.,? $",
    re.IGNORECASE,
)
_HANGUL = re.compile(r"[가-힣]")
_WIDE = 1000  # beyond any sentence that people write: what has none is not searched from end to end for each name


def stated(text: str, sentence: tuple[int, int], span: tuple[int, int]) -> tuple[Role | None, bool]:
    """Return the role that the sentence around ``text[span]`` states, and whether it presents it as something new.

    The role is None when the sentence states none.
    """
    head = text[max(sentence[0], span[0] - _HEAD_LIMIT) : span[0]]
    tail = text[span[1] : min(sentence[1], span[1] + _TAIL_LIMIT)]
    if _HANGUL.search(text, max(sentence[0], span[0] - _WIDE), min(sentence[1], span[1] + _WIDE)):
        role, presents = _korean(head, tail)
        if role in (None, Role.USES) and _CITED.match(tail):  # Latte (Ma et al., 2024)
            return Role.MENTIONS, False
        return role, presents
    return _english(text[max(sentence[0], span[0] - 160) : span[0]], tail)


def is_renewed(text: str, span: tuple[int, int]) -> bool:
    """Whether the words before the name call it new."""
    return text[max(0, span[0] - 5) : span[0]].endswith(("새로운 ", " novel ", " new "))


def is_apposed(text: str, span: tuple[int, int]) -> bool:
    """Whether the name is the apposition of a kind of thing (``데이터셋인 MathPile``)."""
    return _is_apposition(text[max(0, span[0] - 20) : span[0]])


def is_tool(text: str, span: tuple[int, int]) -> bool:
    """Whether the named thing is what the sentence does something with, or what it says that something is."""
    return _KO_TOOL.match(_after_name(text[span[1] : span[1] + _TAIL_LIMIT])) is not None


def is_groundwork(text: str, span: tuple[int, int]) -> bool:
    """Whether the named thing is what something else is built on (``GRPO를 기반으로 한 새로운 방법``)."""
    return _KO_GROUNDWORK.match(_after_name(text[span[1] : span[1] + _TAIL_LIMIT])) is not None


def is_presented(text: str, sentence: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether the sentence proposes the very thing that is named (``GRPO를 제안한다``, ``we propose GRPO``)."""
    tail = text[span[1] : min(sentence[1], span[1] + _TAIL_LIMIT)]
    if _KO_PRESENTED.match(_after_name(tail)):
        return not is_background(text, sentence, span[0])
    head = text[max(sentence[0], span[0] - _HEAD_LIMIT) : span[0]]
    return _EN_PRESENTED.search(head) is not None


def is_measured(text: str, sentence: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether a value, or the word for a measure, stands near the name of a quantity."""
    near = text[max(sentence[0], span[0] - _NEAR) : min(sentence[1], span[1] + _NEAR)]
    return _MEASURED.search(near) is not None


def is_background(text: str, sentence: tuple[int, int], place: int) -> bool:
    """Whether the sentence around ``place`` tells what others did and what is wrong with it."""
    start, end = max(sentence[0], place - _FAR), min(sentence[1], place + _FAR)
    return _KO_TROUBLE.search(text, start, end) is not None


def tells_of_success(text: str, sentence: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether the sentence tells how well the thing does, as its subject, or that it was trained here."""
    tail = _after_name(text[span[1] : min(sentence[1], span[1] + _WIDE)])
    head = text[max(sentence[0], span[0] - 12) : span[0]]
    return _KO_TRAINED.search(head) is not None or (
        _KO_MODEL_SUBJECT.match(tail) is not None and _KO_SUCCESS.search(tail) is not None
    )


def is_subject(text: str, span: tuple[int, int]) -> bool:
    """Whether a topic or subject particle follows the name."""
    return _KO_SUBJECT.match(_after_name(text[span[1] : span[1] + _TAIL_LIMIT])) is not None


def _after_name(tail: str) -> str:
    tail = tail.lstrip(_CLOSE)
    bracket = _BRACKET.match(tail)
    if bracket:
        tail = tail[bracket.end() :]
    following = _LIST.match(tail)
    if following:
        tail = tail[following.end() :]
    return tail.lstrip(_CLOSE)


def _korean(head: str, tail: str) -> tuple[Role | None, bool]:
    after = _after_name(tail)
    if _KO_WITHOUT.match(after):
        return Role.MENTIONS, False
    if _KO_TELLS_KIND.match(after):
        return Role.USES, False
    if (_KO_COMPARE_WORD.search(after) and _KO_COMPARE.match(after)) or _KO_GAINS_OVER.match(after):
        return Role.COMPARES_WITH, False
    if _KO_COMPARED.search(head):
        return Role.COMPARES_WITH, False
    called = _KO_CALLED.match(after) is not None
    if _KO_PASSIVE.match(after):
        return Role.INTRODUCES, True
    if _is_ours(head) and not after.startswith("에서"):
        return Role.INTRODUCES, True
    if _is_new_kind(head):
        return Role.INTRODUCES, True
    if _KO_OUTCOME.search(head):
        return Role.INTRODUCES, True
    if _KO_BEFORE.match(after) or _KO_LEFT.match(after):
        return Role.MENTIONS, False
    if not called and _KO_SUBJECT.match(after):
        return (Role.INTRODUCES if _is_apposition(head) and _is_new(head) else None), False
    if not called and _KO_GROUND.match(after):
        return Role.EVALUATES_ON, False
    return _by_cue(head, after, called=called)


def _by_cue(head: str, after: str, *, called: bool) -> tuple[Role | None, bool]:
    """Return the role that the first telling verb behind the name gives it."""
    if _KO_MADE.match(after):
        return Role.INTRODUCES, True
    cue = _KO_CUE.search(after)
    if cue is None and called and "새로운" in after:
        return Role.INTRODUCES, True
    if cue is None:
        return (Role.MENTIONS if _KO_BACKGROUND.search(head) else None), False
    gap = after[: cue.start()] + " "
    if called:
        return Role.INTRODUCES, True
    apposition = _is_apposition(head)
    if cue.lastgroup == "introduces" and (apposition or _KO_OBJECT.match(gap)):
        return Role.INTRODUCES, True
    if apposition and _is_new(head):
        return Role.INTRODUCES, True
    if cue.lastgroup == "compares" and "에서" not in gap and _KO_PARTICLE.search(gap):
        return Role.COMPARES_WITH, False
    others = _KO_BACKGROUND.search(head) and not _KO_TAKEN.match(after)
    return (Role.MENTIONS if others else Role.USES), False


def _is_apposition(head: str) -> bool:
    return head.rstrip(_OPEN).endswith(("인", "인,")) and _KO_APPOSITION.search(head) is not None


def _is_new(head: str) -> bool:
    return _KO_NEW_WORD.search(head) is not None and _KO_NEW.search(head) is not None


def _is_new_kind(head: str) -> bool:
    return _KO_NEW_WORD.search(head) is not None and _KO_NEW_KIND.search(head) is not None


def _is_ours(head: str) -> bool:
    return _KO_OURS_WORD.search(head) is not None and _KO_OURS.search(head) is not None


def _english(head: str, tail: str) -> tuple[Role | None, bool]:
    if _EN_COMPARES.search(head) or _EN_AGAINST.search(head) or _EN_CONTRAST.match(head) or _EN_BASELINE.match(tail):
        return Role.COMPARES_WITH, False
    if _EN_INTRODUCES.search(head) or _EN_OWN_PHRASE.search(head):
        return Role.INTRODUCES, True
    if _EN_APPOSITION.match(tail) or _EN_OWN_TAIL.match(tail):
        return Role.INTRODUCES, True
    if _EN_EVALUATES.search(head):
        return Role.EVALUATES_ON, False
    if _EN_MENTIONS.search(head):
        return Role.MENTIONS, False
    return None, False
