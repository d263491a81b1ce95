"""Words that look like names and are none: common English words, units, sizes, numerals, file formats.

Organisations, hardware, languages and venues stand in the lexicon, as terms of class NOT.
"""

import re

from papergraph.wordlists import words

SMALL = frozenset(
    words("""
    a an the of for in on to and with via by as from at but not or is are be
    """)
)
ACRONYMS = frozenset(
    words("""
    lr hr 1d 6dof 6-dof aaai acl agi ai aigc api apis app apps ar ascii asic bev cad ceo cgi cli cot-sc cpu cpus csv ct
    cuda cv cvpr db dev dl dna dof doi dom dram eccv ecg eeg emnlp eu faq fmri fov fpga fpv fps gdpr gif gps gpu gpus
    gt gui guis hbm hci hdr hdd hpc html http http2 https i.i.d i/o iccv iclr icml id ide ides ids ieee iid ijcai io
    iot imu ip jpeg jpg json jsonl kl kv l1 l2 lidar llm llms lm lms mcq mcqs midi ml mp3 mp4 mr mri naacl neurips nl
    nlp npu npus nsfw ntp ok ood os pc pdf phd png ppt q&a qa r&d ram rgb rgb-d rgba rl rna roi rois rom rpc sci-fi
    sdk soc sota sql sram ssd ssl stoa svg tcp tls tpu tpus tv u.s u.s. uav uavs ui uis uk un url us usa usb uv ux vr
    vram vs warc wifi xml xr yaml zip
    """)
)
COMMON = frozenset(
    words("""
    bench obama nasa bfloat16 1d 2d-to-3d 3d-aware a about above abstract academic accept access account
    accuracy across action active
    actual adaptive add additional ads advanced after again against agent agents aggregate agi ai aigc aim air all
    almost along also although always am among amount an analysis and annotation annotations another answer
    answers any anyone api apis app appendix application applications apply approach approaches april ar arabic
    arc architecture are area art article as ascii asic aspect assistant at attack attention audio august author
    authors auto automated automatic available average aware back background bad balance base based baseline
    baselines basic bayesian be because before behavior benchmark benchmarks best better between beyond bf16 bias
    big bit black block blog body book both box branch bug build but by cache calibration call can candidate cap
    capability caption captions card case cases category center chain challenge challenges change chat checkpoint
    checkpoints child chinese choice chunk class classes claude-ai click client cloud cluster code codebase coding
    cognitive collection color column combine command comment common communication community company compare
    comparison complex component components compute computer concept conclusion condition conference consistency
    content context contribution contributions control conversation core correct cost cot-based could course cpu
    cpus create creative critic critical cross cross-modal csv ct cuda current custom customer cut cyber daily
    dark data dataset datasets day december decision decode decoder deep default define degree degrees demo dense
    depth design detail details detection dev developer device dialogue different diffusion dimension direct
    direction discord discriminative discussion distribution diverse diversity dna do document domain domains done
    down download dr dram drive driven dual during dynamic e each early easy ecg edge edit editing education eeg
    effect effective efficiency efficient eight either element embedding embeddings emotion encoder encoding end
    end-to-end engine english ensemble entity entropy environment environments equation error errors et etc etcs
    eu evaluation even event every evidence example examples excel existing expand expected experience experiment
    experimental experiments expert experts exploration expressive extended extension external eye f face fact
    factor failure fair false family faq fast feature features february feedback few few-shot field fig figure
    file films final find findings fine fine-grained fine-tuning first five fixed flow focus following for
    foreground format forward foundation foundational four fp16 fp32 fp4 fp8 fpga frame framework frameworks
    france free french frequency friday from full function functions further future game games gate gaussian gdpr
    general generalization generate generated generation generative generator genre german get github gitlab give
    given global go goal gold good gpu gpus gradient granularity graph great ground ground-truth group gui
    guidance guide guided guis h had hallucination hand hard hardware harness has have hbm hdd he head health help
    here hidden hierarchical high high-quality highlight highlights his history home hop how however hpc html http
    https hub hugging huggingface human human-ai human-computer human-in-the-loop humans hybrid hyper i i.i.d id
    idea ideas ids if iid iid. image images impact implementation implicit important improvement improvements in
    in-context in-domain in-the-wild index indian induction industry inference information initial inner input
    inputs instance instances instruct instruction instructions int16 int2 int4 int8 integrated intelligence
    intelligent intensive inter interaction interactive interface internal internet interpretation intra
    introduction inverse io iot ip is issue issues it item its january japanese joint journal json jsonl july june
    just k key keyword keywords know knowledge korean kr l lab label labels language languages large latency
    latent later latex layer layers layout lead learn learning left legal length level levels life light like
    limit limitation limitations limitations. linear link list literature live llm llm-based llms lm lms local
    location logic long long-context long-form long-horizon long-tail look loop loss low low-level low-resource
    machine main make management manual many map march markdown mask mask-aware masked match matching math
    mathematics matrix max may mcq mcqs mean means measure mechanism medical memory merge message meta method
    method. methods metric metrics mid might mind mini minimal minimum mixed mixture ml mllm-based mobile mode
    model model-based modeling models module modules monday more most motion move movie mp4 mr mri much multi
    multi-agent multi-modal multi-round multi-step multi-task multi-turn multi-view multimodal multiple music must
    my n name natural nature necessary need negative network networks neural new news next next-token night nine
    nlp no node nodes noise non none normal not notation note novel november now npu npus number numbers object
    objective objects observation october of off offline ok old omni on on-device on-policy one one-shot online
    only ontology ood oov open open-domain open-ended open-source open-vocabulary open-weight operation operations
    opinion opportunity optimal option options or oracle order organization original other others our out
    out-of-distribution out-of-domain output outputs over overall overview own p page pages pair pairs panel paper
    papers paradigm parallel parameter parameters part parts party pass past path pattern pc pdf people per
    performance period person perspective phase phd phone photo physical physics picture pii pipeline pixel place
    plan planning play player please plus png point points policy pool position positive post potential pre prefix
    present previous principle print prior private pro problem problems procedural process processing product
    professional program project projects prompt prompting prompts proof properties proposed protocol provider
    public publication pure q q&a qa qas qualitative quality quantitative queries query question questions quick r
    ram random range rank rate ratio raw re read reader reading ready real real-time real-world reason reasoning
    recall recent recognition record reference references region regional regression related relation relative
    release relevance remote report reports repository representation request research researcher researchers
    resource resources response responses result results retrieval return review reviews reward rewards rgb rgb-d
    right risk rl-based rna robot robotic robotics robots role rom room root round row rule rules run s safe
    safety same sample samples saturday scalability scale scaling scenario scenarios scene scenes schema school
    science score scores scratch screen script sdk search second section seed segment select self self-attention
    semantic sensor sentence september sequence sequences series server service session set setting settings seven
    shape shared short shot should show side signal similar simple simulation single single-agent single-turn
    single-view site situation six size skill skills slow small smart soc social soft software solution solver
    some sota source space spanish spatial speaker special specific speech speed split sql sram ssd ssl/tls stage
    stages standard state state-of-the-art static statistics stem step steps still storage story strategy stream
    streaming string strong structural structure structured student study sub such summary sunday super support
    surface survey switch symbolic syntax synthesis synthetic system systems t table tag take target task tasks
    teacher team technical technique techniques technology template ten term terms test test-time testing text
    text-only text-to-text textual tf32 than that the their them then theory there these they thing things think
    thinking this those three through thursday time times title to today token tokens tone tool tools top top-1
    top-5 top-k topic toxic tpu tpus track trade-off trade-offs train trainable training training-free
    trajectories trajectory transfer transition tree trend trial true truth try tuesday turn tutorial tv two type
    types u u.s u.s. uav uavs ui ui/ux uis uk un under understanding unified union unit universal unknown
    unlabeled unseen up update url us usa usb use used user users using utf-8 ux v valid validation value values
    variable variant variants vector verb verification version versions very via video videos view views virtual
    vision visual vlm-based vocabulary voice volume vr vram vs w w4a16 w4a4 w8a8 walk want warning was way ways we
    weak web web-scale website wednesday weight weights well were what when where which while white who whole why
    wide wifi wild will window with without word words work workflow works workshop world would write writing x
    waveform waveforms spectrogram spectrograms mesh meshes voxel voxels
    xml xr y yaml year years yes you your youtube z zero zero-shot zip
    """)
)
_UNIT = re.compile(
    r"\d+(?:[.,]\d+)*(?:x|X|k|K|M|B|T|GB|MB|TB|KB|G|ms|s|Hz|kHz|FPS|fps|px|p|P|bit|bits|th|st|nd|rd|D|h|hr|min|"
    r"cm|mm|km|kg|mW|W|TFLOPS|GFLOPs|DoF|DOF|°|dB|way|shot|step|hop)?\+?"
    r"|\d+(?:\.\d+)?[BMK]?(?:[-–~]\d+(?:\.\d+)?[BMK]?)+[A-Za-z]{0,3}|\d+[kK]?[x×]\d+[kK]?(?:[x×]\d+)*|[A-Z][x×][A-Z]|[1-6]D-[1-6]D|[kMG]Hz|[IVX]{1,4}|\d+-(?:bit|"
    r"shot|way|hop|step|layer|stage|turn|"
    r"dim|view|d|D|day|year|hour|bits|billion|million|point|class|best|gram)|v\d+"
)


def is_unit(word: str) -> bool:
    """Whether a word is a number, a quantity with its unit, or a Roman numeral."""
    return _UNIT.fullmatch(word) is not None
