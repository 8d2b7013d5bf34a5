package dev.codegraph.graph.link.php;

import java.util.List;
import java.util.Set;

/** The names that PHP itself and its common extensions give to every file. */
final class PhpStandard {
  private static final Set<String> TYPES =
      words(
          """
          stdClass Traversable Iterator IteratorAggregate ArrayAccess Countable Serializable
          JsonSerializable Stringable UnitEnum BackedEnum Closure Generator WeakMap WeakReference
          Fiber Attribute AllowDynamicProperties ReturnTypeWillChange SensitiveParameter Override
          Deprecated
          Throwable Exception ErrorException Error TypeError ValueError ArithmeticError
          DivisionByZeroError ArgumentCountError AssertionError CompileError ParseError
          UnhandledMatchError FiberError JsonException
          LogicException BadFunctionCallException BadMethodCallException DomainException
          InvalidArgumentException LengthException OutOfRangeException RuntimeException
          OutOfBoundsException OverflowException RangeException UnderflowException
          UnexpectedValueException
          ArrayObject ArrayIterator RecursiveArrayIterator AppendIterator CachingIterator
          CallbackFilterIterator DirectoryIterator EmptyIterator FilesystemIterator FilterIterator
          GlobIterator InfiniteIterator IteratorIterator LimitIterator MultipleIterator
          NoRewindIterator OuterIterator ParentIterator RecursiveCachingIterator
          RecursiveCallbackFilterIterator RecursiveDirectoryIterator RecursiveFilterIterator
          RecursiveIterator RecursiveIteratorIterator RecursiveRegexIterator
          RecursiveTreeIterator RegexIterator SeekableIterator
          SplDoublyLinkedList SplQueue SplStack SplHeap SplMinHeap SplMaxHeap SplPriorityQueue
          SplFixedArray SplObjectStorage SplObserver SplSubject SplFileInfo SplFileObject
          SplTempFileObject
          DateTime DateTimeImmutable DateTimeInterface DateTimeZone DateInterval DatePeriod
          Reflection ReflectionClass ReflectionObject ReflectionMethod ReflectionFunction
          ReflectionFunctionAbstract ReflectionParameter ReflectionProperty ReflectionType
          ReflectionNamedType ReflectionUnionType ReflectionIntersectionType ReflectionException
          ReflectionExtension ReflectionEnum ReflectionEnumBackedCase ReflectionEnumUnitCase
          ReflectionClassConstant ReflectionAttribute ReflectionGenerator ReflectionReference
          Reflector ReflectionZendExtension
          DOMDocument DOMElement DOMNode DOMNodeList DOMXPath DOMAttr DOMText DOMComment
          DOMException DOMNamedNodeMap DOMCdataSection DOMDocumentFragment DOMDocumentType
          DOMImplementation DOMEntity DOMProcessingInstruction DOMCharacterData
          SimpleXMLElement SimpleXMLIterator XMLReader XMLWriter XSLTProcessor LibXMLError
          PDO PDOStatement PDOException mysqli mysqli_result mysqli_stmt SQLite3 SQLite3Result
          SQLite3Stmt Redis RedisCluster RedisArray RedisException RedisSentinel Memcached Memcache
          MongoDB APCUIterator AMQPConnection
          CURLFile CURLStringFile CurlHandle CurlMultiHandle SoapClient SoapServer SoapFault
          SoapHeader SoapVar Phar PharData PharFileInfo PharException ZipArchive finfo
          Collator NumberFormatter IntlDateFormatter MessageFormatter Locale Normalizer
          IntlCalendar IntlTimeZone Transliterator ResourceBundle IntlChar Spoofchecker
          IntlBreakIterator IntlRuleBasedBreakIterator IntlException
          GdImage Imagick ImagickPixel ImagickDraw SessionHandler SessionHandlerInterface
          SessionIdInterface SessionUpdateTimestampHandlerInterface php_user_filter Directory
          AssertionFailedError __PHP_Incomplete_Class InternalIterator OpenSSLAsymmetricKey
          OpenSSLCertificate HashContext SodiumException COM VARIANT
          """);

  private static final Set<String> FUNCTIONS =
      words(
          """
          strlen strcmp strncmp strcasecmp strncasecmp strnatcmp strnatcasecmp strcoll str_contains
          str_starts_with str_ends_with str_replace str_ireplace str_repeat str_pad str_split
          str_word_count strpos stripos strrpos strripos strstr stristr strrchr strtolower
          strtoupper strtr strrev substr substr_count substr_compare substr_replace ucfirst lcfirst
          ucwords trim ltrim rtrim chop chunk_split explode implode join split nl2br number_format
          money_format sprintf printf vsprintf vprintf fprintf vfprintf sscanf print_r var_dump
          var_export addslashes stripslashes addcslashes stripcslashes htmlspecialchars
          htmlspecialchars_decode htmlentities html_entity_decode get_html_translation_table
          strip_tags quotemeta wordwrap similar_text levenshtein soundex metaphone md5 md5_file sha1
          sha1_file crc32 hash hash_algos hash_hmac hash_equals hash_file hash_init hash_update
          hash_final hash_pbkdf2 hash_hkdf bin2hex hex2bin base64_encode base64_decode
          base_convert bindec decbin hexdec dechex octdec decoct chr ord nl_langinfo localeconv
          setlocale parse_str count_chars strspn strcspn strpbrk ucwords vsprintf uniqid lcg_value
          convert_uuencode convert_uudecode crypt password_hash password_verify
          password_needs_rehash password_get_info utf8_encode utf8_decode ctype_alnum ctype_alpha
          ctype_cntrl ctype_digit ctype_graph ctype_lower ctype_print ctype_punct ctype_space
          ctype_upper ctype_xdigit
          mb_strlen mb_strpos mb_strrpos mb_stripos mb_strripos mb_substr mb_substr_count
          mb_strtolower mb_strtoupper mb_convert_case mb_convert_encoding mb_detect_encoding
          mb_check_encoding mb_internal_encoding mb_strwidth mb_strimwidth mb_str_split mb_str_pad
          mb_list_encodings mb_encode_mimeheader mb_decode_mimeheader mb_detect_order mb_strstr
          mb_ord mb_chr mb_substitute_character mb_encode_numericentity mb_decode_numericentity
          mb_trim mb_ltrim mb_rtrim mb_ucfirst mb_lcfirst mb_language mb_regex_encoding mb_scrub
          iconv iconv_strlen iconv_substr iconv_strpos iconv_strrpos iconv_mime_decode
          grapheme_strlen grapheme_substr grapheme_strpos normalizer_normalize
          normalizer_is_normalized transliterator_transliterate idn_to_ascii idn_to_utf8
          preg_match preg_match_all preg_replace preg_replace_callback
          preg_replace_callback_array preg_split preg_quote preg_grep preg_last_error
          preg_last_error_msg
          array_change_key_case array_chunk array_column array_combine array_count_values
          array_diff array_diff_assoc array_diff_key array_diff_uassoc array_diff_ukey array_fill
          array_fill_keys array_filter array_find array_find_key array_any array_all array_first
          array_last array_flip array_intersect array_intersect_assoc array_intersect_key
          array_intersect_uassoc array_intersect_ukey array_is_list array_key_exists
          array_key_first array_key_last array_keys array_map array_merge array_merge_recursive
          array_multisort array_pad array_pop array_product array_push array_rand array_reduce
          array_replace array_replace_recursive array_reverse array_search array_shift array_slice
          array_splice array_sum array_udiff array_udiff_assoc array_udiff_uassoc array_uintersect
          array_uintersect_assoc array_uintersect_uassoc array_unique array_unshift array_values
          array_walk array_walk_recursive arsort asort compact count current each end extract
          in_array key key_exists krsort ksort natcasesort natsort next pos prev range reset rsort
          shuffle sizeof sort uasort uksort usort iterator_apply iterator_count iterator_to_array
          abs acos acosh asin asinh atan atan2 atanh ceil cos cosh deg2rad exp expm1 floor fmod fdiv
          hypot intdiv is_finite is_infinite is_nan log log10 log1p log2 max min mt_getrandmax
          mt_rand mt_srand pi pow rad2deg rand random_int random_bytes round sin sinh sqrt srand tan
          tanh getrandmax bcadd bcsub bcmul bcdiv bcmod bcpow bcsqrt bccomp bcscale gmp_init gmp_add
          gmp_sub gmp_mul gmp_strval gmp_cmp gmp_intval gmp_pow gmp_mod
          boolval intval floatval doubleval strval settype gettype get_debug_type is_array is_bool
          is_callable is_countable is_double is_float is_int is_integer is_iterable is_long is_null
          is_numeric is_object is_real is_resource is_scalar is_string serialize unserialize
          get_resource_type get_resource_id debug_zval_refcount spl_object_hash spl_object_id
          spl_autoload_register spl_autoload_unregister spl_autoload_functions spl_autoload_call
          spl_classes class_implements class_parents class_uses iterator_count
          class_exists interface_exists trait_exists enum_exists function_exists method_exists
          property_exists get_class get_parent_class get_object_vars get_mangled_object_vars
          get_class_methods get_class_vars get_called_class get_declared_classes
          get_declared_interfaces get_declared_traits is_a is_subclass_of class_alias
          call_user_func call_user_func_array forward_static_call forward_static_call_array
          func_get_arg func_get_args func_num_args create_function get_defined_functions
          get_defined_vars get_defined_constants register_shutdown_function
          register_tick_function define defined constant
          date gmdate idate getdate localtime mktime gmmktime checkdate strtotime strftime gmstrftime
          time microtime hrtime date_create date_create_immutable date_default_timezone_get
          date_default_timezone_set date_diff date_add date_sub date_format date_parse
          date_parse_from_format timezone_identifiers_list timezone_open date_create_from_format
          usleep sleep time_nanosleep time_sleep_until cal_days_in_month easter_date
          json_encode json_decode json_last_error json_last_error_msg json_validate
          file file_exists file_get_contents file_put_contents fopen fclose fread fwrite fputs fgets
          fgetc fgetcsv fputcsv feof fflush flock fseek ftell rewind ftruncate fstat fscanf fpassthru
          fsync fdatasync is_dir is_file is_link is_readable is_writable is_writeable is_executable
          is_uploaded_file move_uploaded_file mkdir rmdir unlink rename copy touch chmod chown chgrp
          lchown lchgrp symlink link readlink linkinfo realpath basename dirname pathinfo tempnam
          tmpfile glob fnmatch scandir opendir readdir closedir rewinddir dir chdir getcwd chroot
          filesize filemtime fileatime filectime fileperms fileowner filegroup fileinode filetype
          stat lstat clearstatcache disk_free_space disk_total_space umask parse_ini_file
          parse_ini_string readfile realpath_cache_size sys_get_temp_dir popen pclose
          stream_context_create stream_context_get_options stream_context_set_option
          stream_copy_to_stream stream_get_contents stream_get_line stream_get_meta_data
          stream_get_wrappers stream_filter_append stream_filter_prepend stream_filter_register
          stream_filter_remove stream_is_local stream_isatty stream_select stream_set_blocking
          stream_set_timeout stream_set_write_buffer stream_socket_accept stream_socket_client
          stream_socket_server stream_socket_get_name stream_socket_enable_crypto
          stream_socket_pair stream_socket_shutdown stream_wrapper_register
          stream_wrapper_unregister stream_wrapper_restore stream_resolve_include_path
          stream_supports_lock stream_context_set_params stream_context_get_params fsockopen
          socket_create socket_bind socket_connect socket_listen socket_accept socket_close
          socket_read socket_write socket_select socket_last_error socket_strerror
          http_build_query parse_url urlencode urldecode rawurlencode rawurldecode get_headers
          get_meta_tags header headers_list headers_sent header_remove header_register_callback
          http_response_code setcookie setrawcookie gethostbyname gethostbyaddr gethostname
          dns_get_record dns_check_record checkdnsrr getmxrr ip2long long2ip inet_ntop inet_pton
          mail ob_start ob_get_clean ob_get_contents ob_end_clean ob_end_flush ob_flush ob_clean
          ob_get_flush ob_get_length ob_get_level ob_get_status ob_implicit_flush flush
          output_add_rewrite_var
          session_start session_id session_destroy session_name session_status session_write_close
          session_regenerate_id session_unset session_set_cookie_params session_get_cookie_params
          session_set_save_handler session_save_path session_cache_limiter session_gc
          session_abort session_commit session_create_id session_decode session_encode
          session_module_name session_register_shutdown session_reset session_cache_expire
          error_log error_reporting error_get_last error_clear_last set_error_handler
          restore_error_handler set_exception_handler restore_exception_handler trigger_error
          user_error debug_backtrace debug_print_backtrace assert assert_options ini_get ini_set
          ini_get_all ini_restore ini_parse_quantity set_time_limit ignore_user_abort
          connection_status connection_aborted getenv putenv getopt getmypid getmyuid get_current_user
          get_cfg_var get_include_path set_include_path get_included_files get_required_files
          get_loaded_extensions extension_loaded get_extension_funcs dl php_sapi_name php_uname
          phpversion phpinfo php_ini_loaded_file php_ini_scanned_files zend_version version_compare
          memory_get_usage memory_get_peak_usage memory_reset_peak_usage gc_collect_cycles
          gc_enable gc_disable gc_enabled gc_status gc_mem_caches getrusage sys_getloadavg
          highlight_string highlight_file php_strip_whitespace show_source token_get_all token_name
          constant pack unpack eval usleep
          exec shell_exec system passthru proc_open proc_close proc_get_status proc_terminate
          proc_nice escapeshellarg escapeshellcmd pcntl_fork pcntl_signal pcntl_signal_dispatch
          pcntl_waitpid pcntl_wait pcntl_async_signals pcntl_alarm pcntl_exec pcntl_wexitstatus
          pcntl_wifexited pcntl_wifsignaled pcntl_wtermsig pcntl_signal_get_handler posix_getpid
          posix_getppid posix_getuid posix_geteuid posix_getgid posix_getegid posix_getpwuid
          posix_getgrgid posix_kill posix_isatty posix_setsid posix_setuid posix_setgid posix_uname
          posix_times posix_get_last_error posix_strerror sapi_windows_vt100_support
          sapi_windows_cp_set sapi_windows_cp_get sapi_windows_cp_conv sapi_windows_set_ctrl_handler
          cli_set_process_title cli_get_process_title readline readline_add_history
          readline_completion_function
          curl_init curl_setopt curl_setopt_array curl_exec curl_close curl_error curl_errno
          curl_getinfo curl_multi_init curl_multi_add_handle curl_multi_exec curl_multi_select
          curl_multi_getcontent curl_multi_remove_handle curl_multi_close curl_multi_info_read
          curl_multi_setopt curl_multi_strerror curl_share_init curl_share_setopt curl_share_close
          curl_strerror curl_version curl_reset curl_copy_handle curl_pause curl_escape
          openssl_encrypt openssl_decrypt openssl_sign openssl_verify openssl_digest
          openssl_random_pseudo_bytes openssl_pkey_get_public openssl_pkey_get_private
          openssl_pkey_new openssl_pkey_export openssl_pkey_get_details openssl_x509_parse
          openssl_x509_read openssl_x509_export openssl_x509_fingerprint openssl_free_key
          openssl_get_publickey openssl_get_privatekey openssl_error_string openssl_cipher_iv_length
          openssl_get_cipher_methods openssl_get_cert_locations openssl_seal openssl_open
          openssl_public_encrypt openssl_private_decrypt openssl_csr_new openssl_csr_sign
          sodium_crypto_secretbox sodium_crypto_secretbox_open sodium_memzero sodium_bin2hex
          sodium_bin2base64 sodium_base642bin sodium_hex2bin mcrypt_encrypt mcrypt_decrypt
          gzcompress gzuncompress gzdeflate gzinflate gzencode gzdecode gzopen gzclose gzread
          gzwrite gzeof gzgets zlib_encode zlib_decode zlib_get_coding_type bzcompress bzdecompress
          bzopen deflate_init deflate_add inflate_init inflate_add zip_open
          simplexml_load_file simplexml_load_string simplexml_import_dom dom_import_simplexml
          libxml_use_internal_errors libxml_get_errors libxml_clear_errors libxml_get_last_error
          libxml_disable_entity_loader libxml_set_external_entity_loader xml_parser_create
          xml_parse xml_parser_free xml_set_element_handler utf8_decode
          imagecreatefromstring imagecreatetruecolor imagecreatefromjpeg imagecreatefrompng
          imagecreatefromgif imagecopyresampled imagecopy imagejpeg imagepng imagegif imagewebp
          imagedestroy imagesx imagesy imagecolorallocate imagefill imagerotate imageline
          imagettftext imagettfbbox imagestring imagealphablending imagesavealpha getimagesize
          getimagesizefromstring image_type_to_mime_type image_type_to_extension exif_read_data
          exif_imagetype mime_content_type finfo_open finfo_file finfo_buffer finfo_close
          mysqli_connect mysqli_query mysqli_fetch_assoc mysqli_fetch_array mysqli_num_rows
          mysqli_close mysqli_error mysqli_real_escape_string mysqli_insert_id mysqli_affected_rows
          mysql_connect mysql_query mysql_fetch_assoc mysql_fetch_array mysql_real_escape_string
          mysql_error mysql_num_rows pg_connect pg_query pg_fetch_assoc pg_escape_string pg_close
          ldap_connect ldap_bind ldap_search ldap_get_entries ldap_set_option ldap_close
          apcu_fetch apcu_store apcu_delete apcu_exists apcu_clear_cache apcu_enabled apcu_add
          apcu_inc apcu_dec apcu_cache_info apc_fetch apc_store opcache_get_status opcache_reset
          opcache_invalidate opcache_compile_file opcache_is_script_cached
          filter_var filter_var_array filter_input filter_input_array filter_has_var filter_list
          array_walk ctype_alpha gettext ngettext dgettext textdomain bindtextdomain
          bind_textdomain_codeset igbinary_serialize igbinary_unserialize msgpack_pack
          msgpack_unpack ftok shmop_open sem_get sem_acquire sem_release msg_get_queue
          xdebug_info xdebug_get_code_coverage ftp_connect ftp_login ftp_close ftp_put ftp_get
          ftp_nlist ssh2_connect imap_open intl_get_error_message intl_get_error_code
          intl_is_failure numfmt_create random_int net_get_interfaces fdiv
          exit die is_resource unset isset empty fputs array_flip lcfirst settype quoted_printable_encode
          quoted_printable_decode nl2br vsprintf strptime syslog openlog closelog
          """);

  private static final Set<String> CONSTANTS =
      words(
          """
          true false null TRUE FALSE NULL NAN INF DIRECTORY_SEPARATOR PATH_SEPARATOR STDIN STDOUT
          STDERR DATE_ATOM DATE_COOKIE DATE_RFC822 DATE_RFC2822 DATE_RFC3339 DATE_RSS DATE_W3C
          DATE_ISO8601 DATE_RFC7231 DATE_RFC3339_EXTENDED COUNT_RECURSIVE COUNT_NORMAL EXTR_SKIP
          EXTR_OVERWRITE EXTR_REFS SCANDIR_SORT_NONE SCANDIR_SORT_ASCENDING
          SCANDIR_SORT_DESCENDING GLOB_BRACE GLOB_ONLYDIR GLOB_MARK GLOB_NOSORT FNM_CASEFOLD
          FNM_PATHNAME FNM_PERIOD FILE_APPEND FILE_IGNORE_NEW_LINES FILE_SKIP_EMPTY_LINES
          FILE_USE_INCLUDE_PATH LOCK_SH LOCK_EX LOCK_UN LOCK_NB SEEK_SET SEEK_CUR SEEK_END
          DEBUG_BACKTRACE_IGNORE_ARGS DEBUG_BACKTRACE_PROVIDE_OBJECT CREDITS_ALL INFO_ALL
          CRYPT_BLOWFISH UPLOAD_ERR_OK UPLOAD_ERR_INI_SIZE UPLOAD_ERR_FORM_SIZE UPLOAD_ERR_PARTIAL
          UPLOAD_ERR_NO_FILE UPLOAD_ERR_NO_TMP_DIR UPLOAD_ERR_CANT_WRITE UPLOAD_ERR_EXTENSION
          SIGINT SIGTERM SIGKILL SIGHUP SIGQUIT SIGALRM SIGUSR1 SIGUSR2 SIGCHLD SIGCONT SIGTSTP
          SIGWINCH SIG_DFL SIG_IGN WNOHANG AF_INET AF_INET6 AF_UNIX SOCK_STREAM SOCK_DGRAM SOL_TCP
          SOL_SOCKET SO_REUSEADDR DNS_A DNS_AAAA DNS_MX DNS_TXT DNS_NS DNS_ANY FORCE_GZIP
          $_SERVER $_GET $_POST $_FILES $_COOKIE $_SESSION $_REQUEST $_ENV $GLOBALS $argv $argc
          $http_response_header $php_errormsg
          """);

  /** How constants of the language and its extensions begin. */
  private static final Set<String> FAMILIES =
      words(
          """
          PHP E ENT JSON PREG SORT ARRAY LC M MT FILTER INI LIBXML XML CURL CURLOPT CURLE CURLINFO
          CURLM CURLMOPT CURLSHOPT CURLPROTO OPENSSL SODIUM STREAM PASSWORD PATHINFO STR MB LOG T
          TOKEN IMG IMAGETYPE GD FILEINFO INTL IDNA U NORMALIZER SOCKET TCP POSIX PCNTL ZLIB GMP
          MYSQLI MYSQL PGSQL SQLITE3 LDAP FTP SOAP OCI MSG CAL PSFS DOM READLINE UUID X509 PKCS7
          HASH CONNECTION ASSERT CASE
          """);

  private PhpStandard() {}

  private static Set<String> words(String text) {
    return Set.copyOf(List.of(text.strip().split("\\s+")));
  }

  static boolean isType(String name) {
    return TYPES.contains(name);
  }

  static boolean isFunction(String name) {
    return FUNCTIONS.contains(name);
  }

  static boolean isConstant(String name) {
    int cut = name.indexOf('_');
    return CONSTANTS.contains(name) || (cut > 0 && FAMILIES.contains(name.substring(0, cut)));
  }
}
