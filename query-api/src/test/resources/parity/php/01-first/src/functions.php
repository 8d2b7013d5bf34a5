<?php
function label(object $of): string { return ''; }
