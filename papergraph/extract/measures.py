"""The words of measuring: names of metrics, and the verbs by which values move or stand."""

import re

_METRIC_NAMES = (
    r"r?g?FID|FVD|KID|FAD|FD|IS|[a-z]*BLEU(?:-\d)?|ROUGE(?:-[12L])?|METEOR|CIDEr(?:@[\d.]+)?|SPICE|BERTScore|PSNR|"
    r"M?S?-?SSIM|"
    r"LPIPS|m?MAP|mAP(?:@[\d.]+)?|(?:Box\s|Mask\s)?AP(?:\d\d)?|AR(?:@\w+)?|m?IoU|mAcc|F1(?:@[\d.]+)?|F-?score|AU-?ROC|AUC|"
    r"EER|WER|CER|"
    r"U?T?MOS|DSC|Dice|HD95|[nN]?DCG(?:@\d+)?|MRR|RMSE|MSE|MAE|PPL|Elo|ELO|COMET|chrF(?:\+\+)?|ACC|Acc|EM|PQ|PESQ|STOI|"
    r"[pP]ass@\d+|Recall@\d+|R@\d+|\w+[- ]?[sS]core|MCC|QWK|OR|AbsRel|"
    r"NDS|AMOTA|PDMS|ANLS|EPE|EMD|(?:min)?[AF]DE|Chamfer\s[Dd]istance|[Pp]erplexity|[Oo]dds\sratio|R²|κ"
)
_METRIC_WORDS = (
    r"점수|스코어|정확도|정확성|정밀도|재현율|성능|상관\s?(?:관계|계수)?|유사도|오류율|오차|성공률|승률|해결률|해결율|평점|일치도|"
    r"퍼플렉서티|퍼플렉시티|혼란도|[Ss]cores?|[Aa]ccuracy|[Pp]recision|[Rr]ecall|[Cc]orrelation|[Pp]erformance|rating"
)
METRIC = rf"(?:(?<![A-Za-z])(?:{_METRIC_NAMES})(?![A-Za-z])|{_METRIC_WORDS})"
ADVERB = (
    r"(?:평균(?:적으로)?|최대|최고|최저|약|각각|단|무려|기준|총|대략|가장\s높은|"
    r"only|about|approximately|around|up\sto|over|an?\saverage\sof)"
)
UP_DOWN = (
    r"향상|개선|증가|상승|감소|절감|하락|저하|단축|절약|가속|줄[가-힣]|늘[어리려]|떨어|능가|앞[서섰질]|"
    r"상회|뛰어넘|초과|넘어[서섰]|강화|격차|차이|추가|"
    r"improv|increas|reduc|decreas|gain|boost|faster|slower|speed|drop|degrad|fewer|less\b|higher|lower|better|worse|"
    r"cut|sav|advantage|margin|lift|rise|decline|outperform"
)
_STATES = (
    r"기록|달성|도달|유지|측정|보[였여이]|나타|그[쳤치]|불과|얻|획득|완료|해결(?![률율])|성공(?![률율])|일치(?![율도])|"
    r"achiev|attain|reach|obtain|scor|maintain|retain"
)
READING = re.compile(rf"(?P<gain>{UP_DOWN})|(?P<state>{_STATES})", re.IGNORECASE)
COMPARATIVE = re.compile(
    r"\s?(?:이상|가량|정도|나|이나|만큼|씩|까지|포인트|가까이|p|P|\s|약간|더욱|더|absolute|relative|포인트만큼){0,4}"
    r"(?:높|낮|우수|빠[르른름]|빨|뛰어|좋|나은|나아|정확|효율|앞[서섰선질]|적[은게]|작[은게]|저렴|많[은이])"
)
