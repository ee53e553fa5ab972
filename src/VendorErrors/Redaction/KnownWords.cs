namespace VendorErrors.Redaction;

/// <summary>
/// Words that may be printed wherever they occur: of APIs, of telephony, of errors. A closed list without names of people: what is not on it may
/// be a value.
/// </summary>
internal static class KnownWords
{
    /// <summary>The most words of one segment of a path. More of them may be a pass phrase.</summary>
    internal const int MostInSegment = 4;

    private const string List =
        """
        8x8 abort aborted absent accept accepted access account accounts action actions activate activated active activity add added additional address
        addresses admin advanced after again agent agents aggregate alert alerts all allow allowed already and announcement answer answered any api apis
        app application applications apps archive argument arguments array assign assigned assistant assistants async at attempt attempts attribute
        audience audiences audio audit auth authenticate authenticated authentication authorization authorize authorized auto availability available
        away backup bad balance ban banned barge barred base batch batches because before begin below between billing bind binding blacklist
        block blocked body boolean both bridge broken bucket buffer bulk busy button buttons by cache calendar call callback callbacks callee caller
        callflow callflows callid calling calls campaign campaigns cancel canceled cancelled cancelling cannot capacity card carrier carriers cause cdr
        cdrs certificate change changed channel channels chat chats check checked child claim class clear client clients close closed closing cloud
        code codes collaboration command comment company complete completed completion concurrency concurrent conference conferences config configuration
        configure confirm conflict connect connected connecting connection connections connector consent constraint contact contacts content context
        control conversation conversations copy corrupt cost could count countries country coverage create created creation credential credentials
        credit credits currency current custom customer customers daily dashboard data database date day days dead deadline deadlock debug decline
        declined default define definition definitions delay delete deleted deletion deliver delivered delivery denied department departments dependency
        deprecated description destination destinations detail details detected device devices dial dialed dialer dialing dialplan did dids digest
        direction directory disable disabled disallowed disconnect disconnected discover dispatch disposition dispositions do document documents does domain
        domains down download downloads draft duplicate duplicated duration early edit email emails empty enable enabled encoding encryption end ended
        endpoint endpoints engine engines enterprise entity entries entry environment err errcode error errors establish event events exceed exceeded
        exception exceptions exchange execute execution exist existed existing exists expected expiration expire expired expiry export exports expression
        ext extension extensions external fail failed failing failure fallback false family fatal fault fax faxes feature features feed fetch few field
        fields file files filter find finish finished firewall flow flows folder for forbidden force form format forward forwarded forwarding found frame
        from full function gateway gateways general generate generic get given global gone graph greeting group groups guest handle handler handset
        hangup has have header headers health held hidden history hold holiday holidays host hour hourly hours http https id identifier identity ids
        idle if ignored illegal image images implemented import imports in inactive inbound inbox incoming incomplete incorrect index info information
        inner input insert inspect instance instances insufficient integer integration integrations interface internal international internet interrupted
        interval intervals into invalid invoice invoices invoke is issue item items ivr ivrs job jobs join json key keys keyword kick label language large
        last late latency lead leads leave length level license licence licensed limit limited limits line lines link links list listen lists load local
        location locations lock locked log login logout logs long lookup loop lost low lower machine mail mailbox main maintenance malformed manage
        management manager many map mapping match max maximum may media meeting meetings member members memory menu menus merge message messages messaging
        metadata method methods metrics minimum minute minutes mismatch missing mobile mode model module monitor monitoring monthly more move moved
        multiple music must mute name names namespace network new next no node none not note notes notification notifications notify null number numbering
        numbers object objects of off office offline ok old on once one online only open openapi operation operations operator opt option options or order
        orders organization organizations origin other otp out outbound outdated outgoing outside over overflow overload overloaded owner package packages
        page pages paging parallel param parameter parameters params parent parking parse part partial participant participants parties party password
        patch path pause paused payload payment payments pbx peer pending per period permission permissions permitted phone phonebook phonebooks phones
        pickup ping plan plans platform play player playback policy poll polling pool port ports post precondition preference prefix premium prepaid presence
        present preview previous price pricing primary priority private privilege privileges problem process processed processing product products profile
        profiles progress prohibited project projects prompt prompts proof protocol provider providers provision provisioning proxy public publish purchase
        push put query queue queued queues quota quotas range rate rates reach reached read reader ready reason reboot receive received receiver recipient
        recipients reconnect record recorder recording recordings records recover redirect reduce reference refresh refused region register registered
        registration reject rejected relay release released reload remote remove removed rename renew reopen repeat replace reply report reports request requested
        requests require required reserve reserved reset resolve resource resources response responses rest restart restore restricted restriction result
        results resume retries retry return revoke revoked ring ringing role roles root room rooms route router routes routing row rows rule rules run running
        same save scenario schedule scheduled schedules schema scheme scope scopes script search second seconds secret section security segment select self send
        sender senders sending sent sequence server servers service services session sessions set setting settings setup shared short sign signal signature
        signin signout signup single sip site sites size skill skills sla slot slots slow sms software some source sources space spam speech split ssl staff
        stage standard start started state statement states statistics stats status statuses stop stopped storage store stream streams string sub subaccount
        subaccounts subject submit subscribe subscriber subscribers subscription subscriptions success successful summary supervisor support supported
        suspend suspended switch sync syntax system systems table tag tags talk target task tasks team teams telephony template templates temporarily temporary
        tenant tenants terminate terminated test text than that the there thread threads throttle throttled throttling ticket tickets time timed timeout timezone
        tls to token tokens tone too total trace track traffic transaction transactions transcript transcription transcriptions transfer transferred translate
        transport trial trigger true trunk trunks try two type types unable unallocated unassigned unauthenticated unauthorized unavailable unbind unblock under
        undefined undelivered unexpected uninstall unique unit unknown unlink unlock unprocessable unpublish unreachable unrecognized unregister unregistered
        unsubscribe unsupported until unverified up update updated updates upgrade upload uploads upper upstream uri url urls usage use used user username users
        using utility valid validate validation value values variable variables verification verifications verified verify version versions via viber video view views
        violation voice voicemail voicemails voices wait waiting wallet warning was webhook webhooks week weekly were whatsapp when while white whitelist widget window
        with without work worker workers workflow workflows workspace workspaces write wrong xml year your zero zone
        """;

    private static readonly HashSet<string> s_words = new(List.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    internal static bool Contains(string word) => s_words.Contains(word);
}
